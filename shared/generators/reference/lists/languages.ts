import type { ListText } from "../reference-list.ts";

// ISO 639-1 and 639-2/T: codes, English name, and what its speakers call it. The asterisk marks those with most speakers.
const lines = `
ab abk Abkhazian|аҧсуа
aa aar Afar|Afaraf
af afr Afrikaans
ak aka Akan
sq sqi Albanian|shqip
am amh Amharic|አማርኛ
*ar ara Arabic|العربية
an arg Aragonese|aragonés
hy hye Armenian|հայերեն
as asm Assamese|অসমীয়া
av ava Avaric|авар
ae ave Avestan|avesta
ay aym Aymara|aymar
az aze Azerbaijani|azərbaycan
bm bam Bambara|bamanakan
ba bak Bashkir|башҡорт теле
eu eus Basque|euskara
be bel Belarusian|беларуская
*bn ben Bengali|বাংলা
bi bis Bislama
bs bos Bosnian|bosanski
br bre Breton|brezhoneg
*bg bul Bulgarian|български
*my mya Burmese|မြန်မာ
ca cat Catalan|català
ch cha Chamorro|Chamoru
ce che Chechen|нохчийн
ny nya Chichewa
*zh zho Chinese|中文
cu chu Church Slavonic|словѣньскъ
cv chv Chuvash|чӑваш чӗлхи
kw cor Cornish|kernewek
co cos Corsican|corsu
cr cre Cree|ᓀᐦᐃᔭᐍᐏᐣ
*hr hrv Croatian|hrvatski
*cs ces Czech|čeština
*da dan Danish|dansk
dv div Divehi|ދިވެހި
*nl nld Dutch|Nederlands
dz dzo Dzongkha|རྫོང་ཁ
*en eng English
eo epo Esperanto
*et est Estonian|eesti
ee ewe Ewe|eʋegbe
fo fao Faroese|føroyskt
fj fij Fijian|vosa Vakaviti
*fi fin Finnish|suomi
*fr fra French|français
ff ful Fula|Pulaar
gl glg Galician|galego
lg lug Ganda|Luganda
ka kat Georgian|ქართული
*de deu German|Deutsch
*el ell Greek|Ελληνικά
gn grn Guaraní|Avañe'ẽ
*gu guj Gujarati|ગુજરાતી
ht hat Haitian Creole|Kreyòl ayisyen
ha hau Hausa
*he heb Hebrew|עברית
hz her Herero|Otjiherero
*hi hin Hindi|हिन्दी
ho hmo Hiri Motu
*hu hun Hungarian|magyar
is isl Icelandic|íslenska
io ido Ido
ig ibo Igbo
*id ind Indonesian|Indonesia
ia ina Interlingua|interlingua
ie ile Interlingue
iu iku Inuktitut|ᐃᓄᒃᑎᑐᑦ
ik ipk Inupiaq|Iñupiaq
ga gle Irish|Gaeilge
*it ita Italian|italiano
*ja jpn Japanese|日本語
*jv jav Javanese|Jawa
kl kal Kalaallisut|kalaallisut
*kn kan Kannada|ಕನ್ನಡ
kr kau Kanuri
ks kas Kashmiri|کٲشُر
kk kaz Kazakh|қазақ тілі
km khm Khmer|ខ្មែរ
ki kik Kikuyu|Gikuyu
rw kin Kinyarwanda|Ikinyarwanda
kv kom Komi|коми
kg kon Kongo|Kikongo
*ko kor Korean|한국어
kj kua Kuanyama
ku kur Kurdish|kurdî (kurmancî)
ky kir Kyrgyz|кыргызча
lo lao Lao|ລາວ
la lat Latin|latine
*lv lav Latvian|latviešu
li lim Limburgish|Limburgs
ln lin Lingala|lingála
*lt lit Lithuanian|lietuvių
lu lub Luba-Katanga|Tshiluba
lb ltz Luxembourgish|Lëtzebuergesch
mk mkd Macedonian|македонски
mg mlg Malagasy
*ms msa Malay|Melayu
*ml mal Malayalam|മലയാളം
mt mlt Maltese|Malti
gv glv Manx|Gaelg
*mr mar Marathi|मराठी
mh mah Marshallese|Kajin M̧ajeļ
mi mri Māori
mn mon Mongolian|монгол
na nau Nauruan|Dorerin Naoero
nv nav Navajo|Diné bizaad
ng ndo Ndonga|Owambo
ne nep Nepali|नेपाली
nd nde North Ndebele|isiNdebele
se sme Northern Sami|davvisámegiella
*no nor Norwegian|norsk
nb nob Norwegian Bokmål|norsk bokmål
nn nno Norwegian Nynorsk|norsk nynorsk
oc oci Occitan|occitan
or ori Odia|ଓଡ଼ିଆ
oj oji Ojibwe|ᐊᓂᔑᓈᐯᒧᐎᓐ
om orm Oromo|Oromoo
os oss Ossetian|ирон
pi pli Pali|पाऴि
ps pus Pashto|پښتو
*fa fas Persian|فارسی
*pl pol Polish|polski
*pt por Portuguese|português
*pa pan Punjabi|ਪੰਜਾਬੀ
qu que Quechua|Runasimi
*ro ron Romanian|română
rm roh Romansh|rumantsch
rn run Rundi|Ikirundi
*ru rus Russian|русский
sm smo Samoan|Gagana Samoa
sg sag Sango|Sängö
sa san Sanskrit|संस्कृत भाषा
sc srd Sardinian|sardu
gd gla Scottish Gaelic|Gàidhlig
*sr srp Serbian|српски
sn sna Shona|chiShona
ii iii Sichuan Yi|ꆈꌠꉙ
sd snd Sindhi|سنڌي
si sin Sinhala|සිංහල
*sk slk Slovak|slovenčina
*sl slv Slovenian|slovenščina
so som Somali|Soomaali
nr nbl South Ndebele|isiNdebele
st sot Southern Sotho|Sesotho
*es spa Spanish|español
su sun Sundanese|Basa Sunda
*sw swa Swahili|Kiswahili
ss ssw Swazi|siSwati
*sv swe Swedish|svenska
*tl tgl Tagalog
ty tah Tahitian|Reo Tahiti
tg tgk Tajik|тоҷикӣ
*ta tam Tamil|தமிழ்
tt tat Tatar|татар
*te tel Telugu|తెలుగు
*th tha Thai|ไทย
bo bod Tibetan|བོད་སྐད་
ti tir Tigrinya|ትግርኛ
to ton Tongan|lea fakatonga
ts tso Tsonga|Xitsonga
tn tsn Tswana|Setswana
*tr tur Turkish|Türkçe
tk tuk Turkmen|türkmen dili
tw twi Twi
*uk ukr Ukrainian|українська
*ur urd Urdu|اردو
ug uig Uyghur|ئۇيغۇرچە
uz uzb Uzbek|o‘zbek
ve ven Venda|Tshivenḓa
*vi vie Vietnamese|Tiếng Việt
vo vol Volapük
wa wln Walloon|walon
cy cym Welsh|Cymraeg
fy fry Western Frisian|Frysk
wo wol Wolof
xh xho Xhosa|IsiXhosa
yi yid Yiddish|ייִדיש
yo yor Yoruba|Èdè Yorùbá
za zha Zhuang|Vahcuengh
zu zul Zulu|isiZulu
`;

/** The languages of ISO 639-1. */
export const languages: ListText = {
  lines,
  read(line) {
    const [code = "", code3 = "", ...rest] = line.split(" ");
    const [name = "", native = name] = rest.join(" ").split("|");
    return { name, code, code3, "native name": native };
  },
};
