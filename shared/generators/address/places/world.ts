import { referenceList } from "../../reference/reference-list.ts";
import type { Country, Place } from "./country.ts";
import { postcodeIn } from "./world-postcodes.ts";
import { streetsIn } from "./world-streets.ts";

// Cities of the countries that have no places elsewhere, or none that are written in Latin letters: city, region where it is called otherwise, latitude,
// longitude, thousands of inhabitants. The first is the capital.
const cities = `
AD Andorra la Vella 42.51 1.52 23, Escaldes-Engordany 42.51 1.54 15
AE Abu Dhabi 24.45 54.38 1480, Dubai 25.2 55.27 3560, Sharjah 25.35 55.42 1800, Al Ain/Abu Dhabi 24.21 55.74 770, Ajman 25.41 55.51 490, Ras Al Khaimah 25.79 55.94 345
AF Kabul 34.53 69.17 4600, Kandahar 31.61 65.71 615, Herat 34.35 62.2 575, Mazar-i-Sharif/Balkh 36.71 67.11 470, Jalalabad/Nangarhar 34.43 70.45 260
AG St. John's 17.12 -61.85 22
AI The Valley 18.22 -63.06 2
AL Tirana 41.33 19.82 420, Durrës 41.32 19.45 113, Vlorë 40.47 19.49 80, Shkodër 42.07 19.51 78
AM Yerevan 40.18 44.51 1090, Gyumri/Shirak 40.79 43.85 115, Vanadzor/Lori 40.81 44.49 80
AO Luanda -8.84 13.23 2800, Huambo -12.78 15.74 600, Lobito/Benguela -12.36 13.55 390, Lubango/Huíla -14.92 13.5 600, Cabinda -5.55 12.2 550
AQ McMurdo Station -77.85 166.67 1
AR Buenos Aires/Capital Federal -34.61 -58.38 3075, Córdoba -31.42 -64.18 1430, Rosario/Santa Fe -32.95 -60.64 1280, Mendoza -32.89 -68.83 1115, La Plata/Buenos Aires -34.92 -57.95 770, Mar del Plata/Buenos Aires -38.0 -57.56 650, Salta -24.79 -65.41 620
AS Pago Pago -14.28 -170.7 4
AW Oranjestad 12.52 -70.03 35
AX Mariehamn 60.1 19.94 12
AZ Baku 40.41 49.87 2300, Ganja 40.68 46.36 335, Sumqayit 40.59 49.67 345
BA Sarajevo 43.86 18.41 275, Banja Luka 44.77 17.19 185, Tuzla 44.54 18.67 110, Mostar 43.34 17.81 105
BB Bridgetown 13.1 -59.62 110
BD Dhaka 23.81 90.41 10300, Chattogram 22.36 91.78 2580, Khulna 22.85 89.54 720, Rajshahi 24.37 88.6 550, Sylhet 24.89 91.87 530
BF Ouagadougou/Centre 12.37 -1.52 2450, Bobo-Dioulasso/Hauts-Bassins 11.18 -4.3 900
BG Sofia 42.7 23.32 1280, Plovdiv 42.14 24.75 345, Varna 43.21 27.91 335, Burgas 42.5 27.47 200, Ruse 43.85 25.95 140
BH Manama 26.23 50.59 200, Muharraq 26.26 50.61 190
BI Gitega -3.43 29.93 135, Bujumbura -3.38 29.36 1100
BJ Porto-Novo 6.5 2.6 265, Cotonou/Littoral 6.37 2.39 680
BL Gustavia 17.9 -62.85 3
BM Hamilton 32.29 -64.78 1
BN Bandar Seri Begawan 4.9 114.94 100
BO Sucre/Chuquisaca -19.03 -65.26 300, La Paz -16.5 -68.15 815, Santa Cruz de la Sierra/Santa Cruz -17.78 -63.18 1800, Cochabamba -17.39 -66.16 690, Oruro -17.96 -67.11 265
BQ Kralendijk 12.15 -68.27 11
BS Nassau 25.05 -77.35 275, Freeport 26.53 -78.7 27
BT Thimphu 27.47 89.64 115, Paro 27.43 89.42 12
BV Nyrøysa -54.41 3.29 1
BW Gaborone -24.65 25.91 245, Francistown -21.17 27.51 103
BY Minsk 53.9 27.57 1995, Gomel 52.44 30.98 500, Brest 52.1 23.69 340, Grodno 53.68 23.83 357
BZ Belmopan 17.25 -88.77 25, Belize City 17.5 -88.2 62
CC West Island -12.19 96.83 1
CD Kinshasa -4.32 15.31 15600, Lubumbashi/Haut-Katanga -11.66 27.48 2600, Goma/North Kivu -1.68 29.22 700, Kisangani/Tshopo 0.52 25.2 1300, Bukavu/South Kivu -2.51 28.86 1100
CF Bangui 4.39 18.56 890
CG Brazzaville -4.27 15.28 1840, Pointe-Noire -4.78 11.86 1160
CI Yamoussoukro 6.82 -5.28 340, Abidjan 5.36 -4.01 5600, Bouaké 7.69 -5.03 740
CK Avarua -21.21 -159.78 5
CL Santiago/Región Metropolitana -33.45 -70.67 6270, Valparaíso -33.05 -71.61 300, Concepción/Biobío -36.83 -73.05 225, Antofagasta -23.65 -70.4 390, Viña del Mar/Valparaíso -33.02 -71.55 335, Temuco/La Araucanía -38.74 -72.6 280
CM Yaoundé/Centre 3.85 11.5 4100, Douala/Littoral 4.05 9.7 3800, Bamenda/Northwest 5.96 10.15 500, Garoua/North 9.3 13.4 600
CN Beijing 39.9 116.41 21500, Shanghai 31.23 121.47 24900, Guangzhou/Guangdong 23.13 113.26 15300, Shenzhen/Guangdong 22.54 114.06 17500, Chengdu/Sichuan 30.57 104.07 16300, Hangzhou/Zhejiang 30.27 120.16 10400, Wuhan/Hubei 30.59 114.31 11200, Xi'an/Shaanxi 34.34 108.94 10200
CO Bogotá 4.71 -74.07 7900, Medellín/Antioquia 6.24 -75.58 2570, Cali/Valle del Cauca 3.45 -76.53 2280, Barranquilla/Atlántico 10.97 -74.8 1300, Cartagena de Indias/Bolívar 10.39 -75.51 1000, Bucaramanga/Santander 7.12 -73.12 615
CR San José 9.93 -84.08 350, Alajuela 10.02 -84.21 300, Cartago 9.86 -83.92 160, Heredia 10.0 -84.12 140, Liberia/Guanacaste 10.63 -85.44 70
CU Havana 23.11 -82.37 2130, Santiago de Cuba 20.02 -75.82 510, Camagüey 21.38 -77.92 325, Holguín 20.89 -76.26 350, Santa Clara/Villa Clara 22.41 -79.96 245
CV Praia 14.93 -23.51 160, Mindelo 16.89 -24.98 75
CW Willemstad 12.11 -68.93 150
CX Flying Fish Cove -10.42 105.68 2
CY Nicosia 35.17 33.36 270, Limassol 34.68 33.04 200, Larnaca 34.92 33.62 85, Paphos 34.78 32.42 63
DJ Djibouti 11.59 43.15 600
DM Roseau 15.3 -61.39 15
DO Santo Domingo/Distrito Nacional 18.49 -69.93 1030, Santiago de los Caballeros/Santiago 19.45 -70.7 690, La Romana 18.43 -68.97 140, Puerto Plata 19.79 -70.69 130, San Pedro de Macorís 18.46 -69.31 195
DZ Algiers 36.75 3.06 3400, Oran 35.7 -0.63 1100, Constantine 36.37 6.61 450, Annaba 36.9 7.77 345, Blida 36.47 2.83 330
EC Quito/Pichincha -0.18 -78.47 1980, Guayaquil/Guayas -2.19 -79.89 2700, Cuenca/Azuay -2.9 -79.0 600, Ambato/Tungurahua -1.25 -78.62 370, Manta/Manabí -0.95 -80.73 260
EE Tallinn/Harju 59.44 24.75 455, Tartu 58.38 26.72 97, Narva/Ida-Viru 59.38 28.19 53, Pärnu 58.39 24.5 41
EG Cairo 30.04 31.24 10100, Alexandria 31.2 29.92 5400, Giza 30.01 31.21 4400, Port Said 31.26 32.3 780, Luxor 25.69 32.64 510, Aswan 24.09 32.9 370
EH El Aaiún 27.15 -13.2 270
ER Asmara 15.32 38.93 960
ET Addis Ababa 9.03 38.74 3860, Dire Dawa 9.59 41.87 490, Mekelle/Tigray 13.5 39.48 545, Gondar/Amhara 12.6 37.47 440, Hawassa/Sidama 7.06 38.48 430, Bahir Dar/Amhara 11.59 37.39 410
FJ Suva -18.14 178.44 94, Nadi -17.8 177.42 71
FK Stanley -51.7 -57.85 2
FM Palikir 6.92 158.16 6
FO Tórshavn 62.01 -6.77 14
GA Libreville 0.42 9.47 850, Port-Gentil -0.72 8.78 145
GD St. George's 12.05 -61.75 34
GE Tbilisi 41.72 44.79 1200, Batumi/Adjara 41.64 41.64 180, Kutaisi/Imereti 42.25 42.7 130
GF Cayenne 4.94 -52.33 65
GG Saint Peter Port 49.46 -2.54 19
GH Accra/Greater Accra 5.6 -0.19 2560, Kumasi/Ashanti 6.69 -1.62 3350, Tamale/Northern 9.4 -0.84 730, Sekondi-Takoradi/Western 4.93 -1.75 445, Cape Coast/Central 5.11 -1.25 170
GI Gibraltar 36.14 -5.35 34
GL Nuuk 64.18 -51.72 19, Sisimiut 66.94 -53.67 6
GM Banjul 13.45 -16.58 31, Serekunda 13.44 -16.68 380
GN Conakry 9.64 -13.58 1930
GP Basse-Terre 16.0 -61.73 10, Pointe-à-Pitre 16.24 -61.53 15
GQ Malabo 3.75 8.78 300, Bata 1.86 9.77 310
GR Athens/Attica 37.98 23.73 3150, Thessaloniki/Central Macedonia 40.64 22.94 815, Patras/Western Greece 38.25 21.73 215, Heraklion/Crete 35.34 25.13 180, Larissa/Thessaly 39.64 22.42 148, Rhodes/South Aegean 36.44 28.22 50
GS King Edward Point -54.28 -36.5 1
GT Guatemala City/Guatemala 14.63 -90.51 1200, Quetzaltenango 14.83 -91.52 180, Villa Nueva/Guatemala 14.53 -90.59 620, Escuintla 14.3 -90.79 160, Antigua Guatemala/Sacatepéquez 14.56 -90.73 46
GU Hagåtña 13.47 144.75 1, Dededo 13.52 144.84 45
GW Bissau 11.86 -15.6 490
GY Georgetown 6.8 -58.16 235
HK Hong Kong 22.28 114.16 1250, Kowloon 22.32 114.17 2100, Tsuen Wan/New Territories 22.37 114.11 320, Sha Tin/New Territories 22.38 114.19 690
HM Atlas Cove -53.02 73.39 1
HN Tegucigalpa/Francisco Morazán 14.07 -87.19 1230, San Pedro Sula/Cortés 15.5 -88.03 800
HR Zagreb 45.81 15.98 770, Split/Split-Dalmatia 43.51 16.44 161, Rijeka/Primorje-Gorski Kotar 45.33 14.44 108, Osijek/Osijek-Baranja 45.55 18.69 97, Zadar 44.12 15.23 70, Dubrovnik/Dubrovnik-Neretva 42.65 18.09 42
HT Port-au-Prince/Ouest 18.54 -72.34 1000, Cap-Haïtien/Nord 19.76 -72.2 275
ID Jakarta -6.2 106.85 10560, Surabaya/East Java -7.26 112.75 2870, Bandung/West Java -6.91 107.61 2530, Medan/North Sumatra 3.6 98.67 2460, Semarang/Central Java -6.97 110.42 1660, Denpasar/Bali -8.65 115.22 730, Yogyakarta -7.8 110.37 375
IL Jerusalem 31.77 35.22 970, Tel Aviv 32.08 34.78 470, Haifa 32.79 34.99 285, Beersheba/Southern District 31.25 34.79 215, Eilat/Southern District 29.56 34.95 53
IM Douglas 54.15 -4.48 27
IO Camp Thunder Cove -7.31 72.41 1
IQ Baghdad 33.31 44.37 7500, Basra 30.51 47.78 1400, Mosul/Nineveh 36.34 43.13 1700, Erbil 36.19 44.01 880, Najaf 32.03 44.35 750
IR Tehran 35.69 51.39 8900, Mashhad/Razavi Khorasan 36.26 59.62 3000, Isfahan 32.65 51.67 1960, Shiraz/Fars 29.59 52.58 1570, Tabriz/East Azerbaijan 38.08 46.29 1560, Ahvaz/Khuzestan 31.32 48.68 1180
IS Reykjavík/Capital Region 64.15 -21.94 136, Akureyri/Northeastern Region 65.68 -18.1 19, Kópavogur/Capital Region 64.11 -21.9 39, Hafnarfjörður/Capital Region 64.07 -21.95 30, Keflavík/Southern Peninsula 64.0 -22.56 20
JE Saint Helier 49.19 -2.1 36
JM Kingston 17.98 -76.79 590, Montego Bay/Saint James 18.47 -77.92 110, Spanish Town/Saint Catherine 17.99 -76.95 147, Portmore/Saint Catherine 17.97 -76.87 182, Mandeville/Manchester 18.04 -77.5 50
JO Amman 31.95 35.93 4060, Zarqa 32.06 36.09 635, Irbid 32.56 35.85 570, Aqaba 29.53 35.0 190
JP Tokyo 35.68 139.69 13900, Osaka 34.69 135.5 2750, Yokohama/Kanagawa 35.44 139.64 3770, Nagoya/Aichi 35.18 136.91 2330, Sapporo/Hokkaido 43.06 141.35 1970, Fukuoka 33.59 130.4 1610, Kyoto 35.01 135.77 1460, Kobe/Hyogo 34.69 135.2 1520, Hiroshima 34.39 132.46 1200
KE Nairobi -1.29 36.82 4400, Mombasa -4.05 39.67 1200, Kisumu -0.09 34.77 400, Nakuru -0.3 36.08 570, Eldoret/Uasin Gishu 0.51 35.27 475
KG Bishkek 42.87 74.59 1070, Osh 40.53 72.8 320
KH Phnom Penh 11.56 104.92 2280, Siem Reap 13.36 103.86 245, Battambang 13.1 103.2 150
KI Tarawa 1.33 172.98 64
KM Moroni -11.7 43.26 62
KN Basseterre 17.3 -62.72 13
KP Pyongyang 39.03 125.75 3100, Hamhung 39.92 127.54 670
KR Seoul 37.57 126.98 9400, Busan 35.18 129.08 3300, Incheon 37.46 126.71 2960, Daegu 35.87 128.6 2360, Daejeon 36.35 127.38 1440, Gwangju 35.16 126.85 1420, Suwon/Gyeonggi 37.26 127.03 1190
KW Kuwait City 29.38 47.99 3100, Salmiya/Hawalli 29.33 48.08 325
KY George Town 19.3 -81.38 35
KZ Astana 51.17 71.45 1350, Almaty 43.24 76.89 2000, Shymkent 42.34 69.59 1100, Karaganda 49.81 73.1 500, Aktobe 50.28 57.17 520
LA Vientiane 17.97 102.63 950, Luang Prabang 19.89 102.13 66
LB Beirut 33.89 35.5 2200, Tripoli/North Lebanon 34.44 35.85 730, Sidon/South Lebanon 33.56 35.37 165, Tyre/South Lebanon 33.27 35.2 60, Zahlé/Beqaa 33.85 35.9 100
LC Castries 14.01 -60.99 20
LI Vaduz 47.14 9.52 6, Schaan 47.17 9.51 6
LK Colombo/Western 6.93 79.86 750, Kandy/Central 7.29 80.64 125, Galle/Southern 6.05 80.22 90, Jaffna/Northern 9.66 80.01 88, Negombo/Western 7.21 79.84 142
LR Monrovia/Montserrado 6.3 -10.8 1020
LS Maseru -29.31 27.48 330
LT Vilnius 54.69 25.28 590, Kaunas 54.9 23.9 300, Klaipėda 55.71 21.13 155, Šiauliai 55.93 23.31 102, Panevėžys 55.73 24.36 86
LU Luxembourg 49.61 6.13 132, Esch-sur-Alzette 49.5 5.98 36, Differdange/Esch-sur-Alzette 49.52 5.89 28, Dudelange/Esch-sur-Alzette 49.48 6.09 21
LV Riga 56.95 24.11 605, Daugavpils 55.87 26.53 79, Liepāja 56.51 21.01 67, Jelgava 56.65 23.71 55, Jūrmala 56.97 23.77 51
LY Tripoli 32.89 13.19 1180, Benghazi 32.12 20.09 650, Misrata 32.38 15.09 390
MA Rabat/Rabat-Salé-Kénitra 34.02 -6.84 580, Casablanca/Casablanca-Settat 33.57 -7.59 3360, Fez/Fès-Meknès 34.03 -5.0 1110, Marrakesh/Marrakesh-Safi 31.63 -7.98 930, Tangier/Tanger-Tétouan-Al Hoceïma 35.76 -5.83 950, Agadir/Souss-Massa 30.43 -9.6 420
MC Monaco 43.74 7.42 38
MD Chișinău 47.01 28.86 640, Bălți 47.76 27.93 100
ME Podgorica 42.44 19.26 180, Nikšić 42.77 18.94 57, Budva 42.29 18.84 18
MF Marigot 18.07 -63.08 6
MG Antananarivo/Analamanga -18.88 47.51 1390, Toamasina/Atsinanana -18.15 49.4 325
MH Majuro 7.1 171.38 24
MK Skopje 42.0 21.43 525, Bitola 41.03 21.33 70, Ohrid 41.12 20.8 39
ML Bamako 12.64 -8.0 2700, Sikasso 11.32 -5.67 270
MM Naypyidaw 19.76 96.08 925, Yangon 16.84 96.17 5200, Mandalay 21.96 96.09 1230, Mawlamyine/Mon 16.49 97.63 290, Bago 17.34 96.48 255
MN Ulaanbaatar 47.89 106.91 1540, Erdenet/Orkhon 49.03 104.06 100
MO Macao 22.2 113.55 680
MP Saipan 15.18 145.75 43
MQ Fort-de-France 14.62 -61.06 76
MR Nouakchott 18.08 -15.98 1200
MS Plymouth 16.71 -62.22 1
MT Valletta 35.9 14.51 6, Birkirkara 35.9 14.46 25, Mosta 35.91 14.43 23, Sliema 35.91 14.5 20, Mdina 35.89 14.4 1
MU Port Louis -20.16 57.5 150, Curepipe/Plaines Wilhems -20.32 57.52 79
MV Malé 4.18 73.51 210, Addu City -0.6 73.08 34
MW Lilongwe -13.96 33.77 990, Blantyre -15.79 35.01 800
MY Kuala Lumpur 3.14 101.69 1980, George Town/Penang 5.41 100.34 790, Johor Bahru/Johor 1.49 103.74 860, Ipoh/Perak 4.6 101.08 760, Kota Kinabalu/Sabah 5.98 116.07 500, Kuching/Sarawak 1.55 110.36 570, Malacca City/Malacca 2.19 102.25 455
MZ Maputo -25.97 32.57 1080, Beira/Sofala -19.84 34.84 530, Nampula -15.12 39.27 760, Matola/Maputo Province -25.96 32.46 1030, Quelimane/Zambezia -17.88 36.89 350
NA Windhoek/Khomas -22.56 17.08 430, Walvis Bay/Erongo -22.96 14.51 62
NC Nouméa -22.27 166.46 94
NE Niamey 13.51 2.13 1030, Zinder 13.8 8.99 235
NF Kingston -29.06 167.96 1
NG Abuja/Federal Capital Territory 9.06 7.49 1240, Lagos 6.52 3.38 15400, Kano 12.0 8.52 4100, Ibadan/Oyo 7.38 3.95 3550, Port Harcourt/Rivers 4.82 7.03 1870, Benin City/Edo 6.34 5.62 1500, Kaduna 10.52 7.44 1580
NI Managua 12.11 -86.24 1050, León/León 12.43 -86.88 170, Granada/Granada 11.93 -85.96 105
NP Kathmandu/Bagmati 27.72 85.32 850, Pokhara/Gandaki 28.21 83.99 520, Lalitpur/Bagmati 27.67 85.32 300, Biratnagar/Koshi 26.45 87.27 245, Bharatpur/Bagmati 27.68 84.43 370
NR Yaren -0.55 166.92 1
NU Alofi -19.06 -169.92 1
OM Muscat 23.59 58.41 1420, Salalah/Dhofar 17.02 54.09 330, Sohar/Al Batinah North 24.34 56.71 140
PA Panama City/Panamá 8.98 -79.52 880, Colón 9.36 -79.9 78, David/Chiriquí 8.43 -82.43 145, La Chorrera/Panamá Oeste 8.88 -79.78 120, Santiago de Veraguas/Veraguas 8.1 -80.98 89
PE Lima -12.05 -77.04 9750, Arequipa -16.41 -71.54 1010, Trujillo/La Libertad -8.11 -79.03 920, Cusco -13.53 -71.97 430, Chiclayo/Lambayeque -6.77 -79.84 550, Iquitos/Loreto -3.75 -73.25 380
PF Papeete -17.54 -149.57 26
PG Port Moresby -9.44 147.18 365, Lae/Morobe -6.73 147.0 76
PH Manila/Metro Manila 14.6 120.98 1850, Quezon City/Metro Manila 14.68 121.04 2960, Davao City/Davao Region 7.19 125.46 1780, Cebu City/Central Visayas 10.32 123.89 965, Zamboanga City/Zamboanga Peninsula 6.92 122.08 975, Baguio/Cordillera 16.41 120.6 365
PK Islamabad 33.68 73.05 1010, Karachi/Sindh 24.86 67.01 14900, Lahore/Punjab 31.55 74.34 11100, Faisalabad/Punjab 31.42 73.08 3200, Rawalpindi/Punjab 33.6 73.05 2100, Peshawar/Khyber Pakhtunkhwa 34.01 71.58 1970, Multan/Punjab 30.2 71.47 1870
PM Saint-Pierre 46.78 -56.17 5
PN Adamstown -25.07 -130.1 1
PR San Juan 18.47 -66.11 340, Ponce 18.01 -66.61 137, Bayamón 18.4 -66.16 185
PS Ramallah/Ramallah and al-Bireh 31.9 35.2 38, Gaza 31.5 34.47 590, Hebron 31.53 35.1 200, Nablus 32.22 35.26 155
PW Ngerulmud 7.5 134.62 1, Koror 7.34 134.48 11
PY Asunción -25.28 -57.63 525, Ciudad del Este/Alto Paraná -25.51 -54.61 300, Encarnación/Itapúa -27.33 -55.87 130, Luque/Central -25.27 -57.49 260, San Lorenzo/Central -25.34 -57.51 250
QA Doha 25.29 51.53 1190, Al Rayyan 25.29 51.42 600, Al Wakrah 25.17 51.6 90, Al Khor 25.68 51.5 200
RE Saint-Denis -20.88 55.45 154
RO Bucharest 44.43 26.1 1720, Cluj-Napoca/Cluj 46.77 23.6 287, Timișoara/Timiș 45.75 21.23 250, Iași 47.16 27.59 272, Constanța 44.18 28.65 264, Brașov 45.65 25.61 237
RS Belgrade 44.79 20.45 1200, Novi Sad/South Bačka 45.27 19.83 260, Niš/Nišava 43.32 21.9 180, Kragujevac/Šumadija 44.01 20.91 147, Subotica/North Bačka 46.1 19.67 88
RU Moscow 55.76 37.62 13000, Saint Petersburg 59.94 30.31 5600, Novosibirsk 55.03 82.92 1630, Yekaterinburg/Sverdlovsk 56.84 60.61 1540, Kazan/Tatarstan 55.79 49.11 1310, Nizhny Novgorod 56.33 44.0 1220, Vladivostok/Primorsky 43.12 131.89 600
RW Kigali -1.94 30.06 1130, Huye -2.6 29.74 62
SA Riyadh 24.71 46.68 7000, Jeddah/Makkah 21.49 39.19 3750, Mecca/Makkah 21.39 39.86 2400, Medina/Al Madinah 24.47 39.61 1410, Dammam/Eastern Province 26.42 50.09 1390, Tabuk 28.38 36.57 590
SB Honiara -9.43 159.95 92
SC Victoria -4.62 55.45 26
SD Khartoum 15.5 32.56 6300, Omdurman 15.64 32.48 2800, Port Sudan/Red Sea 19.62 37.22 490
SG Singapore 1.35 103.82 2600, Jurong West 1.34 103.71 260, Tampines 1.35 103.94 265, Woodlands 1.44 103.79 255, Bedok 1.32 103.93 277
SH Jamestown -15.92 -5.72 1
SI Ljubljana 46.06 14.51 285, Maribor 46.56 15.65 96, Celje 46.24 15.27 38, Kranj 46.24 14.36 37, Koper 45.55 13.73 26
SJ Longyearbyen 78.22 15.64 2
SK Bratislava 48.15 17.11 476, Košice 48.72 21.26 228, Prešov 49.0 21.24 84, Žilina 49.22 18.74 82, Banská Bystrica 48.74 19.15 76, Nitra 48.31 18.09 78
SL Freetown 8.47 -13.23 1060
SM San Marino 43.94 12.45 4, Serravalle 43.97 12.48 11
SN Dakar 14.72 -17.47 1440, Thiès 14.79 -16.93 320, Saint-Louis 16.03 -16.5 260, Touba/Diourbel 14.85 -15.88 1120, Ziguinchor 12.58 -16.27 230
SO Mogadishu 2.05 45.32 2600, Hargeisa 9.56 44.06 1200
SR Paramaribo 5.85 -55.2 240
SS Juba 4.86 31.57 525
ST São Tomé 0.34 6.73 72
SV San Salvador 13.69 -89.22 570, Santa Ana 13.99 -89.56 270, San Miguel 13.48 -88.18 250
SX Philipsburg 18.03 -63.05 2
SY Damascus 33.51 36.28 2080, Aleppo 36.2 37.16 1850, Homs 34.73 36.71 775, Latakia 35.52 35.79 700
SZ Mbabane -26.31 31.14 61, Manzini -26.49 31.37 110
TC Cockburn Town 21.46 -71.14 4
TD N'Djamena 12.13 15.06 1090, Moundou 8.57 16.08 140
TF Port-aux-Français -49.35 70.22 1
TG Lomé 6.13 1.22 1480, Sokodé 8.98 1.13 117
TH Bangkok 13.76 100.5 5680, Chiang Mai 18.79 98.99 127, Phuket 7.88 98.39 79, Nakhon Ratchasima 14.98 102.1 122, Hat Yai/Songkhla 7.01 100.47 150, Khon Kaen 16.44 102.83 114
TJ Dushanbe 38.56 68.79 860, Khujand/Sughd 40.28 69.62 180
TK Fakaofo -9.38 -171.22 1
TL Dili -8.56 125.57 277
TM Ashgabat 37.96 58.33 1030, Türkmenabat/Lebap 39.08 63.57 280
TN Tunis 36.81 10.18 640, Sfax 34.74 10.76 280, Sousse 35.83 10.64 270, Kairouan 35.68 10.1 140, Bizerte 37.27 9.87 137
TO Nukuʻalofa -21.14 -175.2 23
TT Port of Spain 10.65 -61.51 37, San Fernando 10.28 -61.46 49, Chaguanas 10.52 -61.41 84
TV Funafuti -8.52 179.2 6
TW Taipei 25.03 121.57 2500, Kaohsiung 22.63 120.3 2740, Taichung 24.15 120.67 2850, Tainan 22.99 120.21 1860, Hsinchu 24.8 120.97 455, Keelung 25.13 121.74 362
TZ Dodoma -6.16 35.75 765, Dar es Salaam -6.79 39.21 5400, Mwanza -2.52 32.9 1100, Arusha -3.37 36.68 620, Zanzibar City/Zanzibar -6.17 39.2 220
UA Kyiv 50.45 30.52 2950, Kharkiv 49.99 36.23 1430, Odesa 46.48 30.73 1010, Dnipro/Dnipropetrovsk 48.46 35.04 970, Lviv 49.84 24.03 720, Zaporizhzhia 47.84 35.14 710
UG Kampala/Central 0.35 32.58 1680, Entebbe/Central 0.05 32.46 70, Gulu/Northern 2.77 32.3 150, Jinja/Eastern 0.45 33.2 76, Mbarara/Western -0.61 30.65 195
UM Wake Island 19.28 166.65 1
UY Montevideo -34.9 -56.19 1320, Salto -31.38 -57.96 104, Paysandú -32.32 -58.08 76, Maldonado -34.91 -54.95 63, Punta del Este/Maldonado -34.96 -54.95 13
UZ Tashkent 41.31 69.24 2600, Samarkand 39.65 66.96 550, Bukhara 39.77 64.42 280, Namangan 41.0 71.67 630, Andijan 40.78 72.34 440
VA Vatican City 41.9 12.45 1
VC Kingstown 13.16 -61.22 13
VE Caracas/Distrito Capital 10.48 -66.9 2080, Maracaibo/Zulia 10.65 -71.64 1650, Valencia/Carabobo 10.18 -68.0 830, Barquisimeto/Lara 10.07 -69.32 1000, Maracay/Aragua 10.25 -67.6 955, Ciudad Guayana/Bolívar 8.3 -62.72 700
VG Road Town 18.43 -64.62 13
VI Charlotte Amalie 18.34 -64.93 15
VN Hanoi 21.03 105.85 8050, Ho Chi Minh City 10.78 106.7 8990, Da Nang 16.05 108.2 1130, Hai Phong 20.86 106.68 2030, Can Tho 10.05 105.75 1240, Hue/Thua Thien Hue 16.46 107.59 455
VU Port Vila -17.74 168.32 51
WF Mata-Utu -13.28 -176.18 1
WS Apia -13.83 -171.77 37
YE Sanaa 15.37 44.19 2550, Aden 12.79 45.02 860, Taiz 13.58 44.02 615
YT Mamoudzou -12.78 45.23 71
ZM Lusaka -15.39 28.32 1750, Ndola/Copperbelt -12.97 28.64 450, Kitwe/Copperbelt -12.8 28.21 500, Livingstone/Southern -17.85 25.85 135, Kabwe/Central -14.45 28.45 200
ZW Harare -17.83 31.05 1490, Bulawayo -20.15 28.58 655, Mutare/Manicaland -18.97 32.67 225, Gweru/Midlands -19.45 29.82 160, Victoria Falls/Matabeleland North -17.93 25.83 35
`;

let known: ReadonlyMap<string, Country> | undefined;

/** The countries and territories of ISO 3166-1 that have no places elsewhere, or none in Latin letters, by code; names are in English. */
export const worldCountries = (): ReadonlyMap<string, Country> => (known ??= read());

function read(): ReadonlyMap<string, Country> {
  const list = referenceList("countries").fields;
  const zones = referenceList("time zones").fields;
  return new Map(
    cities
      .trim()
      .split("\n")
      .map((line) => {
        const code = line.slice(0, 2);
        const at = list.code?.indexOf(code) ?? -1;
        const name = list.name?.[at] ?? code;
        const places: Place[] = [];
        const made: Country = {
          code,
          code3: list.code3?.[at] ?? "",
          name,
          native: name,
          places,
          streets: streetsIn(code),
          cityLine: "%p %c",
        };
        const timeZone = zones.name?.[zones.country?.indexOf(code) ?? -1] ?? "Etc/UTC";
        for (const entry of line.slice(3).split(", ")) places.push(placeOf(entry, timeZone, made));
        return [code, made];
      }),
  );
}

function placeOf(entry: string, timeZone: string, country: Country): Place {
  const [, city = "", named, latitude, longitude, weight] =
    /^([^/]+?)(?:\/(.+?))? (-?[\d.]+) (-?[\d.]+) (\d+)$/.exec(entry) ?? [];
  if (!(Number(weight) > 0)) throw new TypeError(`${country.code} has no city in: ${entry}`);
  const region = named ?? city;
  return {
    city,
    region,
    regionCode: region,
    postcodes: [postcodeIn(country.code)],
    latitude: Number(latitude),
    longitude: Number(longitude),
    timeZone,
    weight: Number(weight),
    country,
  };
}
