BEGIN;
INSERT INTO categories (id, parent_id, name, slug, "position") VALUES
(1, NULL, 'Electronics', 'electronics-1', 4),
(2, 1, 'Computers', 'computers-2', 1),
(3, 1, 'Books', 'books-3', 8),
(4, 3, 'Toys', 'toys-4', 4),
(5, 1, 'Movies', 'movies-5', 3),
(6, 1, 'Baby', 'baby-6', 2);
COMMIT;
