BEGIN;
INSERT INTO categories (id, parent_id, name, slug, "position") VALUES
(1, NULL, 'Books', 'books-1', 4),
(2, 1, 'Music', 'music-2', 1),
(3, 1, 'Beauty', 'beauty-3', 8),
(4, 3, 'Clothing', 'clothing-4', 4),
(5, 1, 'Electronics', 'electronics-5', 3),
(6, 1, 'Sports', 'sports-6', 2);
COMMIT;
