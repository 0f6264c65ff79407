BEGIN;
INSERT INTO addresses (id, customer_id, label, street, city, postal_code, country) VALUES
(1, 1, 'home', 'al. Polna 158', 'Wrocław', '50-127', 'PL'),
(2, 2, 'work', 'Ringplatz 145', 'Wien', '1150', 'AT'),
(3, 2, 'work', 'Postplatz 52', 'Wien', '1190', 'AT'),
(4, 3, 'home', 'Plaza Cervantes, 39', 'Barcelona', '08045', 'ES'),
(5, 4, 'work', 'Myllykatu 88', 'Pori', '28104', 'FI'),
(6, 5, 'home', 'Brunnenstraße 116', 'Wien', '1070', 'AT'),
(7, 5, 'home', 'Kerkstraat 19', 'Leuven', '3000', 'BE'),
(8, 5, 'work', 'Skoleveien 2', 'Bergen', '5082', 'NO'),
(9, 6, 'home', 'Calle San José, 185', 'Valladolid', '47004', 'ES'),
(10, 7, 'home', 'Dorpsstraat 35', 'Antwerpen', '2000', 'BE'),
(11, 7, 'work', '14 Meadow Street', 'Richmond', '23209', 'US'),
(12, 8, 'work', 'Birkenallee 74', 'Wien', '1020', 'AT'),
(13, 9, 'home', '183 London Road', 'Sligo', 'F91 T7P8', 'IE'),
(14, 10, 'work', 'Rosenallee 4', 'Wien', '1030', 'AT'),
(15, 10, 'work', 'Schoollaan 47', 'Amsterdam', '1018 XT', 'NL'),
(16, 11, 'home', 'Kirchstrasse 50', 'Zürich', '8005', 'CH'),
(17, 12, 'home', '3 boulevard des Tilleuls', 'Paris', '75006', 'FR');
COMMIT;
