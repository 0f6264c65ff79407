import { country, type Country } from "./country.ts";

const american =
  "Main |Oak |Maple |Cedar |Elm |Pine |Walnut |Washington |Lincoln |Park |Lake |Hill |Church |Mill |River |Spring |Franklin |Jefferson |Madison |Highland |Sunset |Willow |Chestnut |Meadow ~ Street|Street|Avenue|Avenue|Road|Drive|Lane|Boulevard|Court|Way";

/** All states with their largest cities; postcodes by the prefixes of their post offices. */
export const americas: readonly Country[] = [
  country({
    code: "US",
    code3: "USA",
    name: "United States",
    native: "United States",
    timeZone: "America/New_York",
    regions:
      "AL Alabama [America/Chicago]; AK Alaska [America/Anchorage]; AZ Arizona [America/Phoenix]; AR Arkansas [America/Chicago]; CA California [America/Los_Angeles]; CO Colorado [America/Denver]; CT Connecticut; DE Delaware; DC District of Columbia; FL Florida; GA Georgia; HI Hawaii [Pacific/Honolulu]; ID Idaho [America/Boise]; IL Illinois [America/Chicago]; IN Indiana [America/Indiana/Indianapolis]; IA Iowa [America/Chicago]; KS Kansas [America/Chicago]; KY Kentucky; LA Louisiana [America/Chicago]; ME Maine; MD Maryland; MA Massachusetts; MI Michigan [America/Detroit]; MN Minnesota [America/Chicago]; MS Mississippi [America/Chicago]; MO Missouri [America/Chicago]; MT Montana [America/Denver]; NE Nebraska [America/Chicago]; NV Nevada [America/Los_Angeles]; NH New Hampshire; NJ New Jersey; NM New Mexico [America/Denver]; NY New York; NC North Carolina; ND North Dakota [America/Chicago]; OH Ohio; OK Oklahoma [America/Chicago]; OR Oregon [America/Los_Angeles]; PA Pennsylvania; RI Rhode Island; SC South Carolina; SD South Dakota [America/Chicago]; TN Tennessee [America/Chicago]; TX Texas [America/Chicago]; UT Utah [America/Denver]; VT Vermont; VA Virginia; WA Washington [America/Los_Angeles]; WV West Virginia; WI Wisconsin [America/Chicago]; WY Wyoming [America/Denver]",
    cities:
      "New York, NY, 100##/112##/104##/113##, 40.71, -74.01, 8300; Buffalo, NY, 142##, 42.89, -78.88, 277; Albany, NY, 122##, 42.65, -73.76, 99; Rochester, NY, 146##, 43.16, -77.61, 211; Los Angeles, CA, 900##, 34.05, -118.24, 3850; San Diego, CA, 921##, 32.72, -117.16, 1380; San Jose, CA, 951##, 37.34, -121.89, 970; San Francisco, CA, 941##, 37.77, -122.42, 810; Sacramento, CA, 958##, 38.58, -121.49, 525; Fresno, CA, 937##, 36.74, -119.79, 540; Oakland, CA, 946##, 37.8, -122.27, 430; Chicago, IL, 606##, 41.88, -87.63, 2665; Springfield, IL, 627##, 39.78, -89.65, 114; Houston, TX, 770##, 29.76, -95.37, 2300; Dallas, TX, 752##, 32.78, -96.8, 1300; Austin, TX, 787##, 30.27, -97.74, 975; San Antonio, TX, 782##, 29.42, -98.49, 1470; Fort Worth, TX, 761##, 32.76, -97.33, 955; El Paso, TX, 799##, 31.76, -106.49, 678; Phoenix, AZ, 850##, 33.45, -112.07, 1640; Tucson, AZ, 857##, 32.22, -110.97, 546; Philadelphia, PA, 191##, 39.95, -75.17, 1570; Pittsburgh, PA, 152##, 40.44, -80.0, 303; Harrisburg, PA, 171##, 40.27, -76.88, 50; Jacksonville, FL, 322##, 30.33, -81.66, 970; Miami, FL, 331##, 25.76, -80.19, 450; Tampa, FL, 336##, 27.95, -82.46, 398; Orlando, FL, 328##, 28.54, -81.38, 316; Tallahassee, FL, 323##, 30.44, -84.28, 201; Columbus, OH, 432##, 39.96, -83.0, 907; Cleveland, OH, 441##, 41.5, -81.69, 362; Cincinnati, OH, 452##, 39.1, -84.51, 309; Indianapolis, IN, 462##, 39.77, -86.16, 880; Fort Wayne, IN, 468##, 41.08, -85.14, 267; Charlotte, NC, 282##, 35.23, -80.84, 897; Raleigh, NC, 276##, 35.78, -78.64, 476; Durham, NC, 277##, 35.99, -78.9, 291; Seattle, WA, 981##, 47.61, -122.33, 749; Spokane, WA, 992##, 47.66, -117.43, 230; Olympia, WA, 985##, 47.04, -122.9, 55; Denver, CO, 802##, 39.74, -104.99, 713; Colorado Springs, CO, 809##, 38.83, -104.82, 486; Washington, DC, 200##, 38.91, -77.04, 671; Boston, MA, 021##, 42.36, -71.06, 650; Worcester, MA, 016##, 42.26, -71.8, 205; Nashville, TN, 372##, 36.16, -86.78, 683; Memphis, TN, 381##, 35.15, -90.05, 621; Knoxville, TN, 379##, 35.96, -83.92, 195; Detroit, MI, 482##, 42.33, -83.05, 620; Lansing, MI, 489##, 42.73, -84.56, 112; Grand Rapids, MI, 495##, 42.96, -85.66, 197; Oklahoma City, OK, 731##, 35.47, -97.52, 695; Tulsa, OK, 741##, 36.15, -95.99, 411; Portland, OR, 972##, 45.52, -122.68, 635; Salem, OR, 973##, 44.94, -123.04, 177; Las Vegas, NV, 891##, 36.17, -115.14, 656; Reno, NV, 895##, 39.53, -119.81, 274; Louisville, KY, 402##, 38.25, -85.76, 624; Lexington, KY, 405##, 38.04, -84.5, 320; Baltimore, MD, 212##, 39.29, -76.61, 570; Annapolis, MD, 214##, 38.98, -76.49, 41; Milwaukee, WI, 532##, 43.04, -87.91, 563; Madison, WI, 537##, 43.07, -89.4, 272; Albuquerque, NM, 871##, 35.08, -106.65, 561; Santa Fe, NM, 875##, 35.69, -105.94, 89; Kansas City, MO, 641##, 39.1, -94.58, 509; St. Louis, MO, 631##, 38.63, -90.2, 287; Jefferson City, MO, 651##, 38.58, -92.17, 43; Atlanta, GA, 303##, 33.75, -84.39, 499; Savannah, GA, 314##, 32.08, -81.09, 148; Omaha, NE, 681##, 41.26, -95.93, 486; Lincoln, NE, 685##, 40.81, -96.68, 293; Virginia Beach, VA, 234##, 36.85, -75.98, 455; Richmond, VA, 232##, 37.54, -77.44, 229; Minneapolis, MN, 554##, 44.98, -93.27, 425; Saint Paul, MN, 551##, 44.95, -93.09, 303; New Orleans, LA, 701##, 29.95, -90.07, 369; Baton Rouge, LA, 708##, 30.45, -91.15, 221; Wichita, KS, 672##, 37.69, -97.34, 396; Topeka, KS, 666##, 39.05, -95.68, 125; Honolulu, HI, 968##, 21.31, -157.86, 343; Newark, NJ, 071##, 40.74, -74.17, 305; Jersey City, NJ, 073##, 40.72, -74.04, 286; Trenton, NJ, 086##, 40.22, -74.76, 90; Anchorage, AK, 995##, 61.22, -149.9, 287; Juneau, AK, 998##, 58.3, -134.42, 31; Boise, ID, 837##, 43.62, -116.2, 237; Birmingham, AL, 352##, 33.52, -86.8, 196; Montgomery, AL, 361##, 32.37, -86.3, 196; Des Moines, IA, 503##, 41.59, -93.62, 211; Salt Lake City, UT, 841##, 40.76, -111.89, 204; Little Rock, AR, 722##, 34.75, -92.29, 202; Providence, RI, 029##, 41.82, -71.41, 190; Jackson, MS, 392##, 32.3, -90.18, 146; Sioux Falls, SD, 571##, 43.55, -96.73, 202; Pierre, SD, 575##, 44.37, -100.35, 14; Columbia, SC, 292##, 34.0, -81.03, 139; Charleston, SC, 294##, 32.78, -79.93, 153; Hartford, CT, 061##, 41.77, -72.67, 120; New Haven, CT, 065##, 41.31, -72.92, 136; Fargo, ND, 581##, 46.88, -96.79, 131; Bismarck, ND, 585##, 46.81, -100.78, 74; Billings, MT, 591##, 45.78, -108.5, 119; Helena, MT, 596##, 46.59, -112.04, 33; Manchester, NH, 031##, 42.99, -71.46, 115; Concord, NH, 033##, 43.21, -71.54, 44; Wilmington, DE, 198##, 39.75, -75.55, 71; Dover, DE, 199##, 39.16, -75.52, 39; Portland, ME, 041##, 43.66, -70.26, 68; Augusta, ME, 043##, 44.31, -69.78, 19; Cheyenne, WY, 820##, 41.14, -104.82, 65; Burlington, VT, 054##, 44.48, -73.21, 44; Montpelier, VT, 056##, 44.26, -72.58, 8; Charleston, WV, 253##, 38.35, -81.63, 48",
    streets: american,
    form: "%n %s",
    cityLine: "%c, %r %p",
  }),
  country({
    code: "CA",
    code3: "CAN",
    name: "Canada",
    native: "Canada",
    timeZone: "America/Toronto",
    regions:
      "ON Ontario; QC Québec; BC British Columbia [America/Vancouver]; AB Alberta [America/Edmonton]; MB Manitoba [America/Winnipeg]; SK Saskatchewan [America/Regina]; NS Nova Scotia [America/Halifax]; NB New Brunswick [America/Moncton]; NL Newfoundland and Labrador [America/St_Johns]; PE Prince Edward Island [America/Halifax]; YT Yukon [America/Whitehorse]; NT Northwest Territories [America/Yellowknife]; NU Nunavut [America/Iqaluit]",
    cities:
      "Toronto, ON, M5V #@#/M4C #@#/M6K #@#, 43.65, -79.38, 2790; Ottawa, ON, K1P #@#/K2A #@#, 45.42, -75.7, 1017; Hamilton, ON, L8P #@#, 43.26, -79.87, 569; London, ON, N6A #@#, 42.98, -81.25, 422; Montréal, QC, H2X #@#/H3B #@#, 45.5, -73.57, 1760; Québec, QC, G1R #@#, 46.81, -71.21, 549; Gatineau, QC, J8X #@#, 45.48, -75.7, 291; Vancouver, BC, V6B #@#/V5K #@#, 49.28, -123.12, 662; Victoria, BC, V8W #@#, 48.43, -123.37, 92; Calgary, AB, T2P #@#/T3A #@#, 51.05, -114.07, 1306; Edmonton, AB, T5J #@#, 53.55, -113.49, 1010; Winnipeg, MB, R3C #@#, 49.9, -97.14, 749; Saskatoon, SK, S7K #@#, 52.13, -106.67, 266; Regina, SK, S4P #@#, 50.45, -104.62, 226; Halifax, NS, B3H #@#, 44.65, -63.58, 439; Moncton, NB, E1C #@#, 46.09, -64.77, 79; Fredericton, NB, E3B #@#, 45.96, -66.64, 63; St. John's, NL, A1C #@#, 47.56, -52.71, 110; Charlottetown, PE, C1A #@#, 46.24, -63.13, 38; Whitehorse, YT, Y1A #@#, 60.72, -135.06, 28; Yellowknife, NT, X1A #@#, 62.45, -114.37, 20; Iqaluit, NU, X0A #@#, 63.75, -68.52, 7",
    streets: american,
    form: "%n %s",
    cityLine: "%c %r %p",
  }),
  country({
    code: "MX",
    code3: "MEX",
    name: "Mexico",
    native: "México",
    timeZone: "America/Mexico_City",
    regions:
      "CDMX Ciudad de México; JAL Jalisco; NLE Nuevo León [America/Monterrey]; PUE Puebla; BCN Baja California [America/Tijuana]; GUA Guanajuato; CHH Chihuahua [America/Chihuahua]; YUC Yucatán [America/Merida]; QUE Querétaro; VER Veracruz; OAX Oaxaca; ROO Quintana Roo [America/Cancun]",
    cities:
      "Ciudad de México, CDMX, 06###/03###/04###, 19.43, -99.13, 9200; Guadalajara, JAL, 44###, 20.67, -103.35, 1385; Zapopan, JAL, 45###, 20.72, -103.39, 1476; Monterrey, NLE, 64###, 25.69, -100.32, 1142; Puebla, PUE, 72###, 19.04, -98.21, 1692; Tijuana, BCN, 22###, 32.51, -117.04, 1810; León, GUA, 37###, 21.12, -101.68, 1579; Chihuahua, CHH, 31###, 28.63, -106.09, 925; Ciudad Juárez, CHH, 32###, 31.69, -106.42, 1512; Mérida, YUC, 97###, 20.97, -89.62, 921; Querétaro, QUE, 76###, 20.59, -100.39, 794; Veracruz, VER, 917##, 19.17, -96.13, 607; Oaxaca, OAX, 68###, 17.07, -96.72, 270; Cancún, ROO, 775##, 21.16, -86.85, 888",
    streets:
      "Calle |Avenida |Privada |Calzada ~ Hidalgo|Juárez|Morelos|Independencia|Benito Juárez|Insurgentes|Reforma|Revolución|5 de Mayo|16 de Septiembre|Emiliano Zapata|Francisco I. Madero|Niños Héroes|Allende|Guerrero",
    form: "%s %n",
    cityLine: "%p %c, %r",
  }),
  country({
    code: "BR",
    code3: "BRA",
    name: "Brazil",
    native: "Brasil",
    timeZone: "America/Sao_Paulo",
    regions:
      "SP São Paulo; RJ Rio de Janeiro; DF Distrito Federal; BA Bahia [America/Bahia]; CE Ceará [America/Fortaleza]; MG Minas Gerais; AM Amazonas [America/Manaus]; PR Paraná; PE Pernambuco [America/Recife]; RS Rio Grande do Sul; GO Goiás; PA Pará [America/Belem]; SC Santa Catarina; ES Espírito Santo; MA Maranhão [America/Fortaleza]",
    cities:
      "São Paulo, SP, 01###-###/04###-###/05###-###, -23.55, -46.63, 11450; Campinas, SP, 130##-###, -22.91, -47.06, 1139; Santos, SP, 110##-###, -23.96, -46.33, 418; Rio de Janeiro, RJ, 20###-###/22###-###, -22.91, -43.17, 6211; Niterói, RJ, 240##-###, -22.88, -43.1, 481; Brasília, DF, 70###-###, -15.79, -47.88, 2817; Salvador, BA, 40###-###, -12.97, -38.5, 2417; Fortaleza, CE, 60###-###, -3.73, -38.53, 2428; Belo Horizonte, MG, 30###-###, -19.92, -43.94, 2315; Uberlândia, MG, 384##-###, -18.92, -48.28, 713; Manaus, AM, 690##-###, -3.12, -60.02, 2063; Curitiba, PR, 80###-###, -25.43, -49.27, 1773; Londrina, PR, 860##-###, -23.31, -51.16, 555; Recife, PE, 50###-###, -8.05, -34.88, 1488; Porto Alegre, RS, 90###-###, -30.03, -51.23, 1332; Goiânia, GO, 74###-###, -16.69, -49.26, 1437; Belém, PA, 66###-###, -1.46, -48.5, 1303; Florianópolis, SC, 880##-###, -27.6, -48.55, 537; Joinville, SC, 892##-###, -26.3, -48.85, 616; Vitória, ES, 290##-###, -20.32, -40.34, 322; São Luís, MA, 650##-###, -2.53, -44.3, 1037",
    streets:
      "Rua |Rua |Rua |Avenida |Travessa ~ Sete de Setembro|Quinze de Novembro|São José|Santos Dumont|Tiradentes|Dom Pedro II|Castro Alves|Rui Barbosa|Duque de Caxias|José Bonifácio|das Flores|da Paz|Brasil|Getúlio Vargas|Marechal Deodoro",
    form: "%s, %n",
    cityLine: "%c - %r, %p",
  }),
];
