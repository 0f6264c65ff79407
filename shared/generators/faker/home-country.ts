import { resolveLocale } from "./locales.ts";

/** The country that a locale's people live in, by ISO code; locales without one have no country (Esperanto). */
const homeOfLocale: Readonly<Record<string, string>> = {
  en: "US", en_US: "US", en_BORK: "US", en_GB: "GB", cy: "GB", en_AU: "AU", en_AU_ocker: "AU", en_CA: "CA", fr_CA: "CA",
  en_IE: "IE", en_IN: "IN", ta_IN: "IN", en_ZA: "ZA", af_ZA: "ZA", zu_ZA: "ZA", de: "DE", de_AT: "AT", de_CH: "CH", fr_CH: "CH",
  fr: "FR", fr_BE: "BE", nl_BE: "BE", nl: "NL", es: "ES", es_MX: "MX", pt_BR: "BR", pt_PT: "PT", it: "IT", sv: "SE",
  nb_NO: "NO", da: "DK", fi: "FI", pl: "PL", cs_CZ: "CZ", hu: "HU", tr: "TR", ja: "JP", zh_CN: "CN", ar: "EG", az: "AZ",
  bn_BD: "BD", dv: "MV", el: "GR", en_GH: "GH", en_HK: "HK", en_NG: "NG", yo_NG: "NG", en_NP: "NP", ne: "NP", fa: "IR",
  fr_LU: "LU", fr_SN: "SN", he: "IL", hr: "HR", hy: "AM", id_ID: "ID", ka_GE: "GE", ko: "KR", ku_ckb: "IQ",
  ku_kmr_latin: "IQ", lv: "LV", mk: "MK", mn_MN_cyrl: "MN", ro: "RO", ro_MD: "MD", ru: "RU", sk: "SK", sl_SI: "SI",
  sr_RS_latin: "RS", th: "TH", uk: "UA", ur: "PK", uz_UZ_latin: "UZ", vi: "VN", zh_TW: "TW",
}; // prettier-ignore

/**
 * The country that a locale is of, as it was written: `de_AT` is Austrian, and whoever wrote `en-NZ` meant New Zealand though
 * its language is plain English here. "" where it has none.
 */
export const countryOfLocale = (written: string): string =>
  /[-_]([A-Za-z]{2})\b/.exec(written)?.[1]?.toUpperCase() ?? homeOfLocale[resolveLocale(written) ?? "en"] ?? "";
