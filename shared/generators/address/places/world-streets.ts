import { streetsOf, type Streets } from "./country.ts";

// Streets of the countries in world.ts, in Latin letters as their cities there are: country codes, then first and last parts as in
// CountryText.streets, then the form of a street address. A country that is not here has names that are found wherever English is spoken.
const lines = `
BO CL CR CU DO EC GQ HN NI PA PE PR PY SV UY VE=Calle |Avenida |Avenida |Pasaje ~ Bolívar|Sucre|San Martín|Independencia|Libertad|Colón|Central|Las Flores|Los Pinos|Real|Santa Rosa|San José|La Paz|Las Palmas|San Francisco|Miraflores=%s %n
AR=Calle |Avenida |Avenida ~ San Martín|Belgrano|Rivadavia|Sarmiento|Mitre|Corrientes|Moreno|Córdoba|Santa Fe|9 de Julio|25 de Mayo|Alberdi|Urquiza|Las Heras|Independencia=%s %n
CO=Calle |Carrera |Carrera |Avenida |Diagonal ~ 7|11|13|15|19|26|34|45|53|68|72|80|93|100=%s # %d%d-%n
GT=Avenida |Calle |Calzada ~ Las Américas|Reforma|Bolívar|La Paz|Hincapié|Petapa|Roosevelt|San Juan|Elena|Simeón Cañas|Montúfar|Los Próceres=%s %d-%n
AO CV GW MZ ST TL=Rua |Rua |Avenida ~ da Independência|da Liberdade|da Missão|Amílcar Cabral|Samora Machel|do Porto|da Paz|da Praia|das Flores|da Escola|do Mercado|Agostinho Neto|da República|da Igreja=%s, %n
BF BI BJ BL CD CF CG CI CM DJ DZ GA GF GN GP HT KM LU MA MC MF MG ML MQ MR NC NE PF PM RE SN TD TF TG TN WF YT=rue |rue |avenue |boulevard ~ de la République|de la Liberté|de l'Indépendance|du Marché|de la Gare|de l'Hôpital|des Écoles|du Port|de la Paix|du Stade|des Fleurs|Pasteur|du Commerce|des Palmiers|Victor Hugo|de la Poste=%n %s
AW BQ CW SR SX=Wilhelmina|Juliana|Emma|Oranje|Kerk|Markt|Haven|School|Strand|Palm|Zuider|Noorder ~ straat|straat|weg|laan=%s %n
LI=Land|Feld|Kirch|Dorf|Schul|Berg|Garten|Rhein|Mühle ~ strasse|strasse|weg|gasse=%s %n
SM VA=Via |Via |Viale ~ Roma|Garibaldi|della Fonte|del Colle|delle Mura|San Marino|della Chiesa|del Giardino|dei Pini|della Torre=%s %n
AD=Carrer |Carrer |Avinguda ~ Major|de la Vall|Prat de la Creu|de les Escoles|de la Constitució|del Pont|de la Font|Sant Jordi|del Riu|Nou=%s %n
MT=Triq |Triq ~ ir-Repubblika|il-Merkanti|San Pawl|Santa Marija|il-Kbira|San Ġorġ|it-Torri|Dun Karm|San Ġwann|il-Vittorja|l-Iskola=%n, %s
CY GR= ~ Ermou|Athinas|Solonos|Venizelou|Aristotelous|Egnatia|Kolokotroni|Papanikoli|Agiou Georgiou|Makariou|Dimokratias|Eleftherias|25is Martiou|28is Oktovriou=%s %n
BA HR ME RS= ~ Glavna|Školska|Nova|Nikole Tesle|Dunavska|Jadranska|Industrijska|Partizanska|Ribarska|Zelena|Sportska|Gundulićeva|Planinska|Sunčana|Lipova=%s %n
SI= ~ Slovenska cesta|Šolska ulica|Cankarjeva cesta|Prešernova ulica|Trubarjeva ulica|Partizanska cesta|Celovška cesta|Mariborska cesta|Gregorčičeva ulica|Vrtna ulica|Cvetlična ulica|Kolodvorska ulica|Obrtniška ulica=%s %n
MK=ul. |ul. ~ Makedonija|Partizanska|Ilindenska|Goce Delčev|Dame Gruev|Vodnjanska|Nikola Vapcarov|Kliment Ohridski|Bitolska|Ohridska|Krste Misirkov=%s %n
BG=ul. |ul. |bul. ~ Ivan Vazov|Hristo Botev|Vasil Levski|Shipka|Rakovski|Tsar Simeon|Dunav|Stara Planina|Pirotska|Slivnitsa|Vitosha|Aleksandar Malinov=%s %n
AL=Rruga |Rruga ~ e Kavajës|e Durrësit|e Elbasanit|Myslym Shyri|Ismail Qemali|Sami Frashëri|Naim Frashëri|e Shkollës|Fan Noli|e Dibrës|Muhamet Gjollesha=%s %n
MD RO=Strada |Strada |Bulevardul |Calea ~ Mihai Eminescu|Ștefan cel Mare|Victoriei|Independenței|Unirii|Mihai Viteazul|Republicii|Libertății|Florilor|Avram Iancu|Nicolae Bălcescu|1 Decembrie 1918|Primăverii=%s %n
SK= ~ Hlavná|Školská|Štúrova|Hviezdoslavova|Záhradná|Mierová|Nová|Kvetná|Krátka|Železničná|Partizánska|Komenského|Jánošíkova|Staničná=%s %n
EE= ~ Pärnu maantee|Tartu maantee|Narva maantee|Kooli tänav|Pikk tänav|Uus tänav|Aia tänav|Jaama tänav|Lai tänav|Mere puiestee|Vabaduse puiestee|Metsa tänav=%s %n
LV= ~ Brīvības iela|Lāčplēša iela|Rīgas iela|Dzirnavu iela|Skolas iela|Stacijas iela|Liepu iela|Parka iela|Raiņa bulvāris|Elizabetes iela|Meža iela|Jūras iela|Dārza iela=%s %n
LT= ~ Gedimino pr.|Vytauto g.|Laisvės al.|Vilniaus g.|Kauno g.|Maironio g.|Žemaitės g.|Basanavičiaus g.|Savanorių pr.|Taikos pr.|Mokyklos g.|Stoties g.|Sodų g.|Liepų g.=%s %n
BY KG RU TJ=ul. |ul. ~ Mira|Sovetskaya|Gagarina|Pushkina|Sadovaya|Shkolnaya|Lesnaya|Tsentralnaya|Molodezhnaya|Naberezhnaya|Lenina|Zelenaya|Novaya|Pobedy|Tolstogo|Chekhova=%s, %n
UA=vul. |vul. ~ Shevchenka|Franka|Lesi Ukrainky|Hrushevskoho|Sadova|Shkilna|Nezalezhnosti|Soborna|Kotsiubynskoho|Lvivska|Kyivska|Zelena|Naberezhna|Bohdana Khmelnytskoho=%s, %n
KZ=Abay |Dostyk |Satpayev |Zhibek Zholy |Tole Bi |Kabanbay Batyr |Auezov |Respublika |Zheltoksan |Baiseitova ~ Street|Avenue=%s %n
UZ=Amir Temur |Navoiy |Mustaqillik |Bobur |Ibn Sino |Beruniy |Furqat |Bunyodkor |Shota Rustaveli |Mirzo Ulugʻbek ~ koʻchasi=%s %n
TM=Magtymguly |Garaşsyzlyk |Görogly |Atatürk |Oguzhan |Andalyp ~ köçesi|şaýoly=%s %n
AZ=Nizami |Füzuli |Azadlıq |28 May |Xaqani |Üzeyir Hacıbəyov |Səməd Vurğun |Rəşid Behbudov |Nəriman Nərimanov ~ küçəsi|küçəsi|prospekti=%s %n
GE=Rustaveli |Chavchavadze |Agmashenebeli |Kostava |Vazha-Pshavela |Tsereteli |Abashidze |Melikishvili |Gorgiladze |Barnovi ~ Street|Street|Avenue=%n %s
AM=Abovyan |Mashtots |Tumanyan |Sayat-Nova |Nalbandyan |Teryan |Komitas |Baghramyan |Isahakyan |Khanjyan |Amiryan ~ Street|Street|Avenue=%n %s
IS= ~ Laugavegur|Skólavörðustígur|Hverfisgata|Aðalstræti|Hafnarstræti|Suðurgata|Bankastræti|Austurstræti|Strandgata|Hafnargata|Kirkjuvegur|Brekkugata|Skólavegur=%s %n
FO= ~ Niels Finsens gøta|Áarvegur|Tórsgøta|Bryggjubakki|Undir Bryggjubakka|Jónas Broncks gøta|Dr. Jakobsens gøta|R. C. Effersøes gøta=%s %n
GL= ~ Aqqusinersuaq|Imaneq|Kongevej|Skibshavnsvej|Issortarfimmut|Kuussuaq|Nuukullak|Radiofjeldet=%s %n
AX= ~ Torggatan|Strandgatan|Storagatan|Skolgatan|Esplanadgatan|Ålandsvägen|Hamngatan|Köpmansgatan=%s %n
BV SJ= ~ Hovedveien|Skoleveien|Kirkeveien|Havneveien|Elvesletta|Sjøområdet=%s %n
AE BH EG EH IQ JO KW LB LY OM PS QA SA SD SY YE=Al Salam |Al Nasr |Al Madina |Al Souq |Al Nahda |Al Bahr |Al Corniche |Al Wahda |Al Huriya |Al Zahra |Al Matar |Al Jazira |Al Rawda |Al Andalus |Ibn Sina |Ibn Khaldun |Salah Al Din |Abu Bakr ~ Street|Street|Road=%n %s
IR=Valiasr |Azadi |Enghelab |Ferdowsi |Hafez |Saadi |Shariati |Taleghani |Karimkhan |Beheshti |Golestan |Bahar |Khayyam |Mirdamad ~ Street|Street|Avenue=%n %s
AF=Maiwand |Darulaman |Salang |Ansari |Pul-e-Khishti |Malalai |Ghazi |Khushal Khan |Kandahar |Shahr-e-Naw ~ Road|Road|Street=%n %s
IL=Herzl |Ben Yehuda |Rothschild |Dizengoff |Allenby |Jabotinsky |Weizmann |Ben Gurion |Bialik |King George |HaNasi |HaYarkon |Sokolov |Arlozorov ~ Street=%n %s
PK=Jinnah |Iqbal |Liaquat |Mall |Ferozepur |University |Station |Shadman |Gulberg |Quaid-e-Azam |Allama Iqbal |Murree |Zaibunnisa ~ Road|Road|Street|Avenue=%n %s
BD=Mirpur |Dhanmondi |Gulshan |Kazi Nazrul Islam |Station |New Market |Green |Shahbagh |Agrabad |Jessore |Zindabazar ~ Road|Road|Avenue=%n %s
LK=Galle |Kandy |Temple |Station |Lake |Marine |Havelock |Peradeniya |Dharmapala |Hospital |Church |Beach |Negombo ~ Road|Road|Street|Lane=%n %s
NP=Durbar |Lazimpat |Thamel |Prithvi |Mahendra |Pulchowk |Ring |Siddhartha |Arniko |Bagmati |Baneshwor ~ Marg|Road=%n %s
MV= ~ Majeedhee Magu|Boduthakurufaanu Magu|Chaandhanee Magu|Orchid Magu|Sosun Magu|Ameenee Magu|Fareedhee Magu=%n %s
BT= ~ Norzin Lam|Chang Lam|Doebum Lam|Gongzim Lam|Drentoen Lam|Phendey Lam=%n %s
TH=Sukhumvit |Silom |Sathon |Rama IV |Phetchaburi |Charoen Krung |Phahonyothin |Ratchadaphisek |Huai Kaeo |Tha Phae |Mittraphap |Ratchawithi |Yaowarat |Suthep ~ Road=%n %s
VN= ~ Lê Lợi|Nguyễn Huệ|Trần Hưng Đạo|Hai Bà Trưng|Lý Thường Kiệt|Nguyễn Trãi|Quang Trung|Phan Chu Trinh|Điện Biên Phủ|Hùng Vương|Võ Thị Sáu|Bạch Đằng|Trần Phú|Lê Duẩn|Hoàng Diệu=%n %s
KH=Norodom |Monivong |Sihanouk |Sisowath |Ang Duong |Sivutha |Pokambor |Charles de Gaulle ~ Boulevard|Street=%n %s
LA=Lane Xang |Setthathirath |Samsenthai |Fa Ngum |Khouvieng |Souphanouvong |Kaysone |Sakkaline ~ Road|Avenue=%n %s
MM=Merchant |Strand |Pansodan |Bogyoke |Anawrahta |Maha Bandula |Sule Pagoda |Pyay |Inya |Kaba Aye Pagoda |University |Insein ~ Road|Road|Street=%n %s
ID=Jalan |Jalan ~ Sudirman|Thamrin|Diponegoro|Gajah Mada|Ahmad Yani|Merdeka|Pahlawan|Imam Bonjol|Gatot Subroto|Kartini|Pemuda|Veteran|Hasanuddin|Melati|Mawar|Kenanga=%s No. %n
BN MY=Jalan |Jalan |Lorong ~ Ampang|Merdeka|Bukit Bintang|Masjid|Sultan Ismail|Bunga Raya|Raja Chulan|Pasar|Kenanga|Melati|Harmoni|Perdana|Hang Tuah=%n, %s
SG=Orchard |Serangoon |Bukit Timah |Beach |North Bridge |Thomson |Holland |Changi |Tampines |Bedok |River Valley |Clementi ~ Road=%n %s
PH=Rizal |Bonifacio |Mabini |Quezon |Roxas |Luna |Del Pilar |Burgos |Aguinaldo |Osmeña |Magsaysay |Lopez Jaena |Katipunan |Aurora ~ Street|Street|Avenue=%n %s
KR= ~ Teheran-ro|Sejong-daero|Gangnam-daero|Toegye-ro|Jong-ro|Eulji-ro|Dosan-daero|Hakdong-ro|Jungang-daero|Munhwa-ro|Hanbat-daero|Achasan-ro|Gwangbok-ro=%n %s
KP=Kwangbok |Sungri |Chollima |Ragwon |Changjon |Tongil |Mirae |Ryomyong ~ Street=%n %s
CN=Zhongshan |Renmin |Jiefang |Jianshe |Heping |Xinhua |Wenhua |Guangming |Shengli |Huayuan |Changjiang |Nanjing |Beijing |Qingnian |Youyi |Chaoyang ~ Road|Road|Street|Avenue=%n %s
TW=Zhongshan |Zhongzheng |Minsheng |Heping |Fuxing |Zhongxiao |Ren'ai |Xinyi |Minquan |Jianguo |Guangfu |Wenhua |Chenggong ~ Road|Road|Street=%n %s
HK=Nathan |Queen's |Des Voeux |Hennessy |Canton |Chatham |Waterloo |Prince Edward |Argyle |Castle Peak |King's |Austin ~ Road=%n %s
MO=Rua |Avenida ~ do Campo|da Praia Grande|de Almeida Ribeiro|do Almirante Lacerda|da Barca|de Horta e Costa|do Cunha|da Amizade=%s, %n
JP= ~ Honcho|Chuo|Sakaecho|Midoricho|Shinmachi|Saiwaicho|Otemachi|Sakuracho|Higashimachi|Nishimachi|Minamimachi|Kitamachi|Asahicho|Wakabacho|Motomachi|Minatomachi=%d-%d-%n %s
MN=Peace |Sukhbaatar |Chinggis |Seoul |Baga Toiruu |Ikh Toiruu |Olympic |Zaluuchuud |Sambuu |University ~ Street|Avenue=%n %s
ET=Bole |Churchill |Menelik II |Haile Selassie |Ras Mekonnen |Tewodros |Africa |Adwa |Meskel ~ Road|Street|Avenue=%n %s
KE=Kenyatta |Kimathi |Ngong |Mombasa |Tom Mboya |Uhuru |Koinange |Biashara |Haile Selassie |Ronald Ngala |Oginga Odinga |Nkrumah ~ Avenue|Road|Street=%n %s
TZ=Uhuru |Samora |Nyerere |Bagamoyo |Sokoine |Azikiwe |Msimbazi |Kawawa |Morogoro |Lumumba |Makongoro ~ Street|Road|Road|Avenue=%n %s
UG=Kampala |Jinja |Entebbe |Nile |Acacia |Nkrumah |Bombo |Kira |Yusuf Lule |Nakasero |Buganda |Mbarara ~ Road|Road|Avenue=%n %s
NG=Awolowo |Ahmadu Bello |Allen |Herbert Macaulay |Aba |Adeola Odeku |Broad |Ikorodu |Bode Thomas |Nnamdi Azikiwe |Zik |Aminu Kano |Adetokunbo Ademola ~ Street|Road|Way|Avenue=%n %s
GH=Independence |Ring |Liberation |Kwame Nkrumah |Osu |Spintex |High |Cantonments |Castle |Achimota |Harper |Oxford ~ Road|Street|Avenue=%n %s
BW LS MW NA SZ ZM ZW=Samora Machel |Julius Nyerere |Nelson Mandela |Kenneth Kaunda |Independence |Freedom |Church |Station |Market |Great East |Jason Moyo |Sam Nujoma ~ Avenue|Road|Street=%n %s
`;

const english = streetsOf(
  "Main |Station |Market |Church |School |Park |Garden |Harbour |Hill |River |Lake |Independence |Liberty |Republic |Victoria |Airport ~ Street|Street|Road|Avenue",
  "%n %s",
);

const byCountry: ReadonlyMap<string, Streets> = new Map(
  lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [codes = "", names = "", form = ""] = line.split("=");
      const streets = streetsOf(names, form);
      return codes.split(" ").map((code): [string, Streets] => [code, streets]);
    }),
);

/** What streets are called in a country, by its code. */
export const streetsIn = (code: string): Streets => byCountry.get(code) ?? english;
