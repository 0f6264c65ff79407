BEGIN;
INSERT INTO reviews (id, product_id, customer_id, rating, title, body, created_at) VALUES
(1, 1, 7, 5, 'Friendly and helpful service.', NULL, '2026-01-11 21:54:45'),
(2, 4, 10, 1, 'Sent it back.', 'Not as described.', '2025-10-21 08:31:16'),
(3, 4, 7, 5, 'Have used it every day for a month now.', 'We ordered a second one. Would buy it again. Friendly and helpful service.', '2026-07-21 09:44:22'),
(4, 6, 2, 1, 'Stopped working after a week.', 'Stopped working after a week.', '2025-07-27 10:50:13'),
(5, 7, 2, 5, 'Exactly what I was looking for.', 'We ordered a second one. Good value for the price. Friendly and helpful service.', '2026-01-14 02:32:36'),
(6, 7, 3, 4, 'Exactly what I was looking for.', 'Exactly what I was looking for.', '2026-09-27 21:37:02'),
(7, 8, 11, 5, 'Bought it as a present, and it was a success.', 'We ordered a second one. Works exactly as described. Bought it as a present, and it was a success.', '2026-10-29 06:40:23'),
(8, 8, 8, 4, 'The quality is better than that of the old one.', 'Would buy it again.', '2025-02-28 08:47:21'),
(9, 10, 10, 5, 'Exactly what I was looking for.', 'Delivery was quicker than expected. Friendly and helpful service. Have used it every day for a month now.', '2025-01-27 06:23:53'),
(10, 11, 3, 2, NULL, 'Parts were missing.', '2026-08-10 06:21:04'),
(11, 13, 3, 5, 'Would buy it again.', 'Friendly and helpful service.', '2026-03-05 08:55:21'),
(12, 15, 11, 5, NULL, 'The quality is better than that of the old one. We ordered a second one.', '2026-09-23 12:12:23'),
(13, 18, 1, 5, 'The quality is better than that of the old one.', 'Easy to set up. Exactly what I was looking for.', '2025-06-14 18:14:36'),
(14, 18, 2, 3, 'A bit loud, otherwise fine.', 'Not perfect, but good enough. A bit loud, otherwise fine.', '2025-06-18 21:49:05'),
(15, 19, 4, 5, 'The quality is better than that of the old one.', 'Good value for the price.', '2026-08-23 11:11:36');
COMMIT;
