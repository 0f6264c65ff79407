BEGIN;
INSERT INTO products (id, category_id, sku, name, description, price, cost, weight_kg, active, created_at) VALUES
(1, 2, 'IDN-61161', 'Electronic Gold Hat', NULL, 82.69, 61.41, NULL, 1, '2025-10-24 21:55:30'),
(2, 5, 'YSV-41801', 'Licensed Granite Car', NULL, 36.50, 36.34, 0.75, 1, '2025-03-27 21:38:16'),
(3, 4, 'RMQ-59415', 'Generic Steel Ball', 'Discover the exotic new Mouse with an exciting mix of Metal ingredients', 61.77, 12.31, 0.48, 1, '2026-11-21 22:54:47'),
(4, 3, 'PMG-34029', 'Handmade Wooden Keyboard', 'Discover the small new Fish with an exciting mix of Ceramic ingredients', 38.44, 24.66, 1.11, 0, '2026-10-10 18:57:07'),
(5, 5, 'CMV-31527', 'Rustic Bamboo Table', 'Discover the well-worn new Salad with an exciting mix of Bronze ingredients', 34.48, 12.30, 0.82, 1, '2024-12-14 20:48:40'),
(6, 5, 'JZR-04686', 'Incredible Granite Fish', 'Savor the rich essence in our Hat, designed for shiny culinary adventures', 43.95, 11.70, 0.99, 1, '2026-01-27 07:15:22'),
(7, 1, 'CFZ-36055', 'Small Rubber Table', NULL, 26.54, 7.11, 4.90, 1, '2026-08-26 12:47:37'),
(8, 6, 'SVN-35387', 'Fresh Cotton Chicken', NULL, 63.80, 26.02, 4.17, 1, '2025-10-14 00:54:45'),
(9, 5, 'GST-61153', 'Gorgeous Bronze Chair', 'The Gino Shirt is the latest in a series of neat products from Moore, Daugherty and Mohr', 41.61, 9.78, 1.96, 1, '2025-06-27 21:33:47'),
(10, 1, 'WVC-81453', 'Licensed Ceramic Towels', 'The sleek and agitated Soap comes with cyan LED lighting for smart functionality', 15.70, 14.52, 0.81, 1, '2026-11-07 20:46:53'),
(11, 6, 'LIT-02491', 'Handcrafted Ceramic Fish', 'The sleek and afraid Fish comes with tan LED lighting for smart functionality', 54.23, 15.59, 0.24, 1, '2025-02-03 16:01:06'),
(12, 3, 'LCE-36288', 'Electronic Bamboo Chips', 'Savor the crunchy essence in our Computer, designed for dazzling culinary adventures', 6.61, 1.98, 0.51, 1, '2025-12-15 14:22:26'),
(13, 4, 'CZJ-08652', 'Small Bamboo Cheese', 'Featuring Arsenic-enhanced technology, our Chips offers unparalleled practical performance', 60.27, 54.27, 1.13, 1, '2026-02-13 00:52:48'),
(14, 1, 'SGZ-20698', 'Recycled Bronze Pants', 'Introducing the Lesotho-inspired Table, blending expert style with local craftsmanship', 40.27, 9.09, 0.32, 1, '2026-07-24 11:52:01'),
(15, 3, 'EPQ-03408', 'Small Silk Chips', 'Shanahan, Morissette and Vandervort''s most advanced Pants technology increases triangular capabilities', 54.54, 37.87, 0.88, 1, '2026-04-27 00:15:08'),
(16, 6, 'XCQ-45413', 'Ergonomic Cotton Fish', NULL, 45.73, 15.03, 1.64, 1, '2026-09-12 08:40:35'),
(17, 3, 'BHP-88075', 'Elegant Metal Shirt', 'Gorgeous Keyboard designed with Rubber for unused performance', 34.81, 5.56, 0.39, 1, '2025-10-21 03:38:18'),
(18, 6, 'TCR-44224', 'Rustic Silk Salad', 'Professional-grade Shoes perfect for caring training and recreational use', 57.62, 20.07, 1.13, 1, '2026-06-19 20:34:27'),
(19, 2, 'GJB-36617', 'Fresh Marble Mouse', 'The sleek and troubled Pizza comes with teal LED lighting for smart functionality', 70.47, 20.60, 1.59, 1, '2025-04-02 16:30:58'),
(20, 2, 'PBR-00764', 'Bespoke Metal Fish', 'Innovative Tuna featuring tender technology and Metal construction', 53.83, 10.53, 2.51, 1, '2025-10-04 02:20:13');
COMMIT;
