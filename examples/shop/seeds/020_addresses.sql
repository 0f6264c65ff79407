BEGIN;
INSERT INTO addresses (id, customer_id, label, street, city, postal_code, country) VALUES
(1, 1, 'home', '843 Darrell Harbor', 'Wolffield', '62123-3036', 'PL'),
(2, 2, 'work', '5065 Washington Avenue', 'Towneboro', '40433-0053', 'AT'),
(3, 2, 'work', '515 Hillside Close', 'Port Baby', '15031', 'AT'),
(4, 3, 'home', '9166 Gutmann Flats', 'Lake Vancetown', '18400-3854', 'ES'),
(5, 4, 'work', '246 Bonita Cove', 'East Fred', '06243-7341', 'FI'),
(6, 5, 'home', '94239 Jolie Forest', 'Walkerberg', '18970-0562', 'AT'),
(7, 5, 'home', '7265 Ziemann Forges', 'Robinstad', '50803-3833', 'BE'),
(8, 5, 'work', '35219 Schiller Roads', 'Port Florida', '90949', 'NO'),
(9, 6, 'home', '93161 Reagan Flat', 'Schaeferchester', '17167-6729', 'ES'),
(10, 7, 'home', '4788 Mario Gateway', 'Port Morganborough', '61257', 'BE'),
(11, 7, 'work', '335 St Andrews Close', 'Wolffland', '32026-4202', 'US'),
(12, 8, 'work', '4524 Eliseo Streets', 'Dejuanville', '62469', 'AT'),
(13, 9, 'home', '888 Kunze Plain', 'West Lolaborough', '41187', 'IE'),
(14, 10, 'work', '4349 Lisa Neck', 'West Katelyn', '76713-6442', 'AT'),
(15, 10, 'work', '5659 Shelia Pass', 'Cutler Bay', '48187', 'NL'),
(16, 11, 'home', '59316 Station Street', 'Schusterland', '20044', 'CH'),
(17, 12, 'home', '85205 Altenwerth Rue', 'Boylestad', '93691-2387', 'FR');
COMMIT;
