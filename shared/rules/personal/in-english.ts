import { toAscii } from "../../base/transliterate.ts";

/** The usual words of other scripts, in Latin letters as transliterated, by what they are in English. */
const phrases: Readonly<Record<string, string>> = {
  "first name": "imia, im ia, ime, mikro onoma, onoma, ireum",
  "last name": "familiia, prizvishche, prezime, eponymo, eponymo oikogeneias, seong",
  "middle name": "otchestvo, po batkovi, patronymo",
  "full name": "fio, pib, imia i familiia, familiia imia otchestvo, onomateponymo, seongmyeong, 氏名, 姓名, 名前",
  phone:
    "telefon, nomer telefona, mobilnyi, mobilnyi telefon, telefonu, nomer telefonu, tilefono, kinito, kinito tilefono, jeonhwabeonho, hyudaejeonhwa, 電話番号, 电话, 手机",
  email:
    "pochta, elektronnaia pochta, el pochta, elektronna poshta, poshta, elektronnyi adres, email adres, ilektroniko tachydromeio, imeil, メール, 邮箱, 電子邮件",
  "street address": "adres, adresa, domashnii adres, ulitsa, vulitsia, dieythynsi, odos, juso, 住所, 地址",
  "ip address": "ip adres, ip adresa",
  city: "gorod, misto, grad, poli, dosi, 都市, 城市",
  postcode: "pochtovyi indeks, indeks, poshtovii indeks, tachydromikos kodikas, upyeonbeonho, 郵便番号, 邮编",
  "date of birth":
    "data rozhdeniia, den rozhdeniia, data narodzhennia, data na razhdane, datum rodjenia, imerominia gennisis, saengnyeonworil, 生年月日, 出生日期",
  passport: "pasport, nomer pasporta, seriia pasporta, diavatirio, 护照",
  "tax id": "inn, ipn, afm",
  "social security number": "snils, amka, juminbeonho, 身份证",
  gender: "pol, stat, fylo, seongbyeol, 性別, 性别",
  salary: "zarplata, oklad, zarobitna plata, misthos, 給与, 工资",
  "user name": "imia polzovatelia, login, onoma christi",
  password: "parol, kodikos prosvasis, bimilbeonho, パスワード, 密码",
  customer: "klient, klienty, klienti, pokupateli, pokupatel, pelatis, pelates, 顧客, 客户",
  employee: "sotrudnik, sotrudniki, rabotnik, pratsivnik, ypallilos, ypalliloi, 社員, 员工",
  user: "polzovatel, polzovateli, koristuvach, christis, christes, 用户",
  patient: "patsient, patsienty, asthenis, astheneis, 患者",
};

const english = new Map(
  Object.entries(phrases).flatMap(([word, list]) => list.split(", ").map((phrase) => [phrase, word] as const)),
);
const longestFirst = [...english.keys()].toSorted((a, b) => b.length - a.length);

/** Shorter ones mean something else beside other words: the name of a file. */
const leastBeside = 5;
const beyondAscii = /[^\p{ASCII}]/u;

/**
 * The words of a name (as wordsOf gives them) in English where they are of another script: "телефон клиента" ends in
 * "phone". What is known neither whole nor in part is only transliterated.
 */
export function inEnglish(words: string): string {
  if (!beyondAscii.test(words)) return words;
  const latin = toAscii(words.normalize("NFC")).trim();
  const whole = english.get(words) ?? english.get(latin);
  if (whole !== undefined) return whole;
  const phrase = longestFirst.find((one) => one.length >= leastBeside && ` ${latin} `.includes(` ${one} `));
  if (phrase === undefined) return latin;
  return `${` ${latin} `.replace(` ${phrase} `, " ").trim()} ${english.get(phrase) ?? ""}`;
}
