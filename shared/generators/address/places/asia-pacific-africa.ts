import { country, type Country } from "./country.ts";

const english =
  "Main |High |Church |Victoria |George |King |Queen |Park |Station |William |Elizabeth |Beach |Railway |Albert |Hill |River ~ Street|Street|Road|Road|Avenue|Drive|Parade|Terrace|Crescent";

export const asiaPacificAndAfrica: readonly Country[] = [
  country({
    code: "AU",
    code3: "AUS",
    name: "Australia",
    native: "Australia",
    timeZone: "Australia/Sydney",
    regions:
      "NSW New South Wales; VIC Victoria [Australia/Melbourne]; QLD Queensland [Australia/Brisbane]; WA Western Australia [Australia/Perth]; SA South Australia [Australia/Adelaide]; TAS Tasmania [Australia/Hobart]; ACT Australian Capital Territory; NT Northern Territory [Australia/Darwin]",
    cities:
      "Sydney, NSW, 20##/21##, -33.87, 151.21, 5300; Newcastle, NSW, 2300/2302/2303, -32.93, 151.78, 322; Wollongong, NSW, 2500, -34.42, 150.89, 302; Melbourne, VIC, 30##/31##, -37.81, 144.96, 5080; Geelong, VIC, 3220, -38.15, 144.36, 268; Ballarat, VIC, 3350, -37.56, 143.85, 111; Brisbane, QLD, 40##/41##, -27.47, 153.03, 2560; Gold Coast, QLD, 4215/4217/4218, -28.02, 153.4, 640; Cairns, QLD, 4870, -16.92, 145.77, 153; Townsville, QLD, 4810, -19.26, 146.82, 180; Perth, WA, 60##/61##, -31.95, 115.86, 2190; Fremantle, WA, 6160, -32.06, 115.75, 32; Adelaide, SA, 50##, -34.93, 138.6, 1390; Hobart, TAS, 70##, -42.88, 147.33, 250; Launceston, TAS, 7250, -41.44, 147.14, 90; Canberra, ACT, 2600/2601/2602, -35.28, 149.13, 456; Darwin, NT, 0800/0810/0820, -12.46, 130.84, 148; Alice Springs, NT, 0870, -23.7, 133.88, 25",
    streets: english,
    form: "%n %s",
    cityLine: "%c %r %p",
  }),
  country({
    code: "NZ",
    code3: "NZL",
    name: "New Zealand",
    native: "New Zealand",
    timeZone: "Pacific/Auckland",
    regions:
      "AUK Auckland; WGN Wellington; CAN Canterbury; WKO Waikato; OTA Otago; BOP Bay of Plenty; MWT Manawatū-Whanganui; NSN Nelson",
    cities:
      "Auckland, AUK, 10##, -36.85, 174.76, 1480; Wellington, WGN, 60##, -41.29, 174.78, 215; Christchurch, CAN, 80##, -43.53, 172.64, 389; Hamilton, WKO, 32##, -37.79, 175.28, 185; Dunedin, OTA, 90##, -45.88, 170.5, 106; Tauranga, BOP, 31##, -37.69, 176.17, 161; Palmerston North, MWT, 44##, -40.36, 175.61, 82; Nelson, NSN, 70##, -41.27, 173.28, 51",
    streets: english,
    form: "%n %s",
    cityLine: "%c %p",
  }),
  country({
    code: "ZA",
    code3: "ZAF",
    name: "South Africa",
    native: "South Africa",
    timeZone: "Africa/Johannesburg",
    regions:
      "GP Gauteng; WC Western Cape; KZN KwaZulu-Natal; EC Eastern Cape; FS Free State; MP Mpumalanga; LP Limpopo; NW North West; NC Northern Cape",
    cities:
      "Johannesburg, GP, 20##, -26.2, 28.05, 5600; Pretoria, GP, 00##, -25.75, 28.19, 2470; Cape Town, WC, 80##/77##, -33.92, 18.42, 4620; Stellenbosch, WC, 7600, -33.93, 18.86, 77; Durban, KZN, 40##, -29.86, 31.03, 3720; Pietermaritzburg, KZN, 3201, -29.6, 30.38, 475; Gqeberha, EC, 6001/6070, -33.96, 25.6, 967; East London, EC, 5201/5241, -33.02, 27.91, 478; Bloemfontein, FS, 9301, -29.12, 26.21, 556; Mbombela, MP, 1200, -25.47, 30.97, 110; Polokwane, LP, 0699/0700, -23.9, 29.47, 130; Rustenburg, NW, 0299/0300, -25.67, 27.24, 395; Kimberley, NC, 8301, -28.74, 24.76, 225",
    streets:
      "Church |Main |Long |Voortrekker |Loop |Kruger |Mandela |Market |Oxford |Jan Smuts |Beach |Nelson |Protea |Acacia |Station ~ Street|Street|Road|Avenue|Drive",
    form: "%n %s",
    cityLine: "%c, %p",
  }),
  country({
    code: "IN",
    code3: "IND",
    name: "India",
    native: "India",
    timeZone: "Asia/Kolkata",
    regions:
      "MH Maharashtra; DL Delhi; KA Karnataka; TG Telangana; TN Tamil Nadu; WB West Bengal; GJ Gujarat; RJ Rajasthan; UP Uttar Pradesh; MP Madhya Pradesh; KL Kerala; PB Punjab; CH Chandigarh; BR Bihar; OD Odisha; AS Assam; AP Andhra Pradesh; GA Goa",
    cities:
      "Mumbai, MH, 4000##, 19.08, 72.88, 12440; Pune, MH, 4110##, 18.52, 73.86, 3120; Nagpur, MH, 4400##, 21.15, 79.09, 2400; Delhi, DL, 1100##, 28.61, 77.21, 11030; Bengaluru, KA, 5600##, 12.97, 77.59, 8440; Mysuru, KA, 5700##, 12.3, 76.64, 920; Hyderabad, TG, 5000##, 17.39, 78.49, 6810; Chennai, TN, 6000##, 13.08, 80.27, 4650; Coimbatore, TN, 6410##, 11.02, 76.96, 1050; Kolkata, WB, 7000##, 22.57, 88.36, 4500; Ahmedabad, GJ, 3800##, 23.02, 72.57, 5570; Surat, GJ, 3950##, 21.17, 72.83, 4470; Jaipur, RJ, 3020##, 26.91, 75.79, 3050; Udaipur, RJ, 3130##, 24.59, 73.71, 451; Lucknow, UP, 2260##, 26.85, 80.95, 2820; Kanpur, UP, 2080##, 26.45, 80.33, 2770; Varanasi, UP, 2210##, 25.32, 82.97, 1200; Indore, MP, 4520##, 22.72, 75.86, 1960; Bhopal, MP, 4620##, 23.26, 77.41, 1800; Kochi, KL, 6820##, 9.93, 76.27, 600; Thiruvananthapuram, KL, 6950##, 8.52, 76.94, 743; Amritsar, PB, 1430##, 31.63, 74.87, 1130; Chandigarh, CH, 1600##, 30.73, 76.78, 1050; Patna, BR, 8000##, 25.59, 85.14, 1680; Bhubaneswar, OD, 7510##, 20.3, 85.82, 840; Guwahati, AS, 7810##, 26.14, 91.74, 957; Visakhapatnam, AP, 5300##, 17.69, 83.22, 1730; Panaji, GA, 4030##, 15.5, 73.83, 40",
    streets:
      "Mahatma Gandhi |Nehru |Station |Church |Temple |Park |Lake View |Gandhi Nagar |Subhash |Patel |Residency |Brigade |Market |College |Rajaji ~ Road|Road|Street|Marg|Lane",
    form: "%n, %s",
    cityLine: "%c %p",
  }),
  country({
    code: "JP",
    code3: "JPN",
    name: "Japan",
    native: "日本",
    timeZone: "Asia/Tokyo",
    regions:
      "13 東京都; 27 大阪府; 14 神奈川県; 23 愛知県; 01 北海道; 28 兵庫県; 26 京都府; 40 福岡県; 11 埼玉県; 34 広島県; 04 宮城県; 12 千葉県; 15 新潟県; 22 静岡県; 33 岡山県; 43 熊本県; 46 鹿児島県; 17 石川県; 42 長崎県; 47 沖縄県",
    cities:
      "千代田区, 13, 100-00##, 35.69, 139.75, 67; 新宿区, 13, 160-00##, 35.69, 139.7, 350; 渋谷区, 13, 150-00##, 35.66, 139.7, 243; 世田谷区, 13, 154-00##, 35.65, 139.65, 940; 八王子市, 13, 192-00##, 35.66, 139.32, 578; 大阪市, 27, 530-00##/540-00##, 34.69, 135.5, 2750; 堺市, 27, 590-00##, 34.57, 135.48, 820; 横浜市, 14, 220-00##/231-00##, 35.44, 139.64, 3770; 川崎市, 14, 210-00##, 35.53, 139.7, 1540; 名古屋市, 23, 450-00##/460-00##, 35.18, 136.91, 2330; 札幌市, 01, 060-00##, 43.06, 141.35, 1970; 函館市, 01, 040-00##, 41.77, 140.73, 245; 神戸市, 28, 650-00##, 34.69, 135.2, 1500; 姫路市, 28, 670-00##, 34.82, 134.69, 526; 京都市, 26, 600-80##/604-80##, 35.01, 135.77, 1450; 福岡市, 40, 810-00##, 33.59, 130.4, 1630; 北九州市, 40, 802-00##, 33.88, 130.88, 920; さいたま市, 11, 330-00##, 35.86, 139.65, 1340; 広島市, 34, 730-00##, 34.39, 132.46, 1190; 仙台市, 04, 980-00##, 38.27, 140.87, 1100; 千葉市, 12, 260-00##, 35.61, 140.12, 980; 新潟市, 15, 950-00##, 37.92, 139.04, 780; 静岡市, 22, 420-00##, 34.98, 138.38, 680; 浜松市, 22, 430-00##, 34.71, 137.73, 785; 岡山市, 33, 700-00##, 34.66, 133.92, 720; 熊本市, 43, 860-00##, 32.8, 130.71, 738; 鹿児島市, 46, 892-00##, 31.6, 130.56, 590; 金沢市, 17, 920-00##, 36.56, 136.66, 460; 長崎市, 42, 850-00##, 32.75, 129.88, 400; 那覇市, 47, 900-00##, 26.21, 127.68, 316",
    streets: "本町|中央|栄町|緑町|新町|幸町|大手町|桜町|東町|西町|南町|北町|旭町|若葉町|元町|港町 ~ ",
    form: "%s%d-%d-%n",
    cityLine: "〒%p %c",
  }),
  country({
    code: "CN",
    code3: "CHN",
    name: "China",
    native: "中国",
    timeZone: "Asia/Shanghai",
    regions:
      "BJ 北京市; SH 上海市; GD 广东省; SC 四川省; ZJ 浙江省; JS 江苏省; HB 湖北省; SN 陕西省; SD 山东省; CQ 重庆市; TJ 天津市; FJ 福建省; LN 辽宁省; HN 湖南省; HA 河南省; AH 安徽省; YN 云南省; HL 黑龙江省",
    cities:
      "北京市, BJ, 1000##/1001##, 39.9, 116.41, 21880; 上海市, SH, 2000##/2001##, 31.23, 121.47, 24870; 广州市, GD, 5100##/5106##, 23.13, 113.26, 18730; 深圳市, GD, 5180##, 22.54, 114.06, 17660; 珠海市, GD, 5190##, 22.27, 113.58, 2470; 成都市, SC, 6100##, 30.57, 104.07, 21200; 杭州市, ZJ, 3100##, 30.27, 120.16, 12200; 宁波市, ZJ, 3150##, 29.87, 121.55, 9540; 南京市, JS, 2100##, 32.06, 118.8, 9420; 苏州市, JS, 2150##, 31.3, 120.59, 12910; 武汉市, HB, 4300##, 30.59, 114.31, 13730; 西安市, SN, 7100##, 34.34, 108.94, 13000; 青岛市, SD, 2660##, 36.07, 120.38, 10250; 济南市, SD, 2500##, 36.65, 117.12, 9340; 重庆市, CQ, 4000##, 29.56, 106.55, 16000; 天津市, TJ, 3000##, 39.13, 117.2, 13730; 厦门市, FJ, 3610##, 24.48, 118.09, 5300; 福州市, FJ, 3500##, 26.07, 119.3, 8420; 大连市, LN, 1160##, 38.91, 121.61, 7450; 沈阳市, LN, 1100##, 41.8, 123.43, 9110; 长沙市, HN, 4100##, 28.23, 112.94, 10240; 郑州市, HA, 4500##, 34.75, 113.63, 12740; 合肥市, AH, 2300##, 31.82, 117.23, 9460; 昆明市, YN, 6500##, 24.88, 102.83, 8500; 哈尔滨市, HL, 1500##, 45.8, 126.53, 9800",
    streets: "人民|中山|解放|建设|和平|新华|文化|光明|胜利|花园|长江|黄河|北京|南京|青年|友谊 ~ 路|路|街|大道",
    form: "%s%n号",
    cityLine: "%c %p",
  }),
];
