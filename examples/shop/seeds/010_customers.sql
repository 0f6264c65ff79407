BEGIN;
INSERT INTO customers (id, first_name, last_name, email, phone, birth_date, loyalty_tier, newsletter, referred_by, created_at) VALUES
(1, 'Elton', 'Schaefer', 'elton.schaefer.865@example.com', '(718) 555-0152', '1954-09-02', 'silver', 0, NULL, '2025-05-16 12:31:11'),
(2, 'Lesly', 'Reichert', 'lesly.reichert.qng@example.com', '(212) 555-0136', '1958-09-17', 'bronze', 0, 1, '2025-12-20 02:33:33'),
(3, 'Everardo', 'Kuphal', 'everardo.kuphal.5wl@example.com', '(423) 555-0178', '1984-04-30', 'silver', 1, 2, '2026-09-13 16:55:35'),
(4, 'Donny', 'Kub', 'donny.kub.lol@example.com', NULL, '1994-07-18', 'gold', 0, NULL, '2026-03-21 07:20:46'),
(5, 'Josefa', 'Crist', 'josefa.crist.scq@example.com', '(214) 555-0128', '1938-06-23', 'silver', 0, 2, '2026-10-13 07:29:14'),
(6, 'Jerrold', 'Ritchie', 'jerrold.ritchie.72x@example.com', '(330) 555-0108', '1993-12-25', 'silver', 1, 3, '2026-09-10 08:04:41'),
(7, 'Willie', 'Harber', 'willie.harber.trm@example.com', '(617) 555-0142', '1939-07-01', 'bronze', 0, 6, '2025-07-27 09:56:55'),
(8, 'Colleen', 'Dickens', 'colleen.dickens.flt@example.com', '(904) 555-0120', '1921-04-07', 'silver', 1, 3, '2026-10-14 07:25:04'),
(9, 'Ruthie', 'Harber', 'ruthie.harber.yag@example.com', '(602) 555-0186', '2005-04-21', 'bronze', 0, 7, '2025-12-06 11:33:52'),
(10, 'Eladio', 'McClure', 'eladio.mcclure.sv9@example.com', '(513) 555-0168', '1925-10-28', 'bronze', 0, 8, '2025-10-11 19:20:56'),
(11, 'Keon', 'Boehm', 'keon.boehm.s6u@example.com', '(210) 555-0155', '1956-06-24', 'bronze', 0, 1, '2026-06-26 04:09:48'),
(12, 'Alfreda', 'Harris', 'alfreda.harris.g6w@example.com', '(816) 555-0118', '1965-03-28', 'gold', 1, 7, '2025-09-24 09:51:14');
COMMIT;
