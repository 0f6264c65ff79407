/** A country's usual forms of companies, the frequent ones first, and its tax numbers: # is a digit, ? a letter. */
export interface CompanyLaw {
  readonly forms: readonly string[];
  readonly taxNumber: string;
}

const law = (forms: string, taxNumber: string): CompanyLaw => ({ forms: forms.split("|"), taxNumber });

/** By ISO 3166 code. Tax numbers have the form of the country's, and no right check digit: they are nobody's. */
const companyLaws: Readonly<Record<string, CompanyLaw>> = {
  US: law("LLC|Inc.|Corp.|Ltd.|LP", "##-#######"),
  CA: law("Inc.|Ltd.|Corp.", "#########RC0001"),
  MX: law("S.A. de C.V.|S. de R.L. de C.V.", "???######???"),
  BR: law("Ltda.|S.A.|EIRELI", "##.###.###/0001-##"),
  GB: law("Ltd|PLC|LLP", "GB#########"),
  IE: law("Ltd|DAC|PLC", "IE#######??"),
  DE: law("GmbH|AG|GmbH & Co. KG|OHG|KG|UG (haftungsbeschränkt)", "DE#########"),
  AT: law("GmbH|AG|OG|KG", "ATU########"),
  CH: law("AG|GmbH|Sàrl", "CHE-###.###.### MWST"),
  FR: law("SARL|SAS|SA|EURL|SCI", "FR###########"),
  BE: law("BV|NV|SRL|SA", "BE0#########"),
  NL: law("B.V.|N.V.|V.O.F.", "NL#########B##"),
  ES: law("S.L.|S.A.|S.L.U.", "B########"),
  PT: law("Lda.|S.A.", "PT#########"),
  IT: law("S.r.l.|S.p.A.|S.n.c.|S.a.s.", "IT###########"),
  SE: law("AB|HB|KB", "SE##########01"),
  NO: law("AS|ASA|ENK", "NO#########MVA"),
  DK: law("ApS|A/S|I/S", "DK########"),
  FI: law("Oy|Oyj|Ky", "FI########"),
  PL: law("Sp. z o.o.|S.A.|Sp. k.", "PL##########"),
  CZ: law("s.r.o.|a.s.", "CZ########"),
  HU: law("Kft.|Zrt.|Bt.", "HU########"),
  TR: law("Ltd. Şti.|A.Ş.", "##########"),
  AU: law("Pty Ltd|Ltd", "## ### ### ###"),
  NZ: law("Limited|LP", "###-###-###"),
  ZA: law("(Pty) Ltd|Ltd", "4#########"),
  IN: law("Pvt. Ltd.|Ltd.|LLP", "27?????####?1Z#"),
  JP: law("株式会社|合同会社|有限会社", "T#############"),
  CN: law("有限公司|股份有限公司", "91##############??"),
};

const fallback = law("Ltd.|Inc.|LLC", "#########");

/** The law of a country; a plain one where it is not known here. */
export const companyLaw = (country: string): CompanyLaw => companyLaws[country] ?? fallback;

/** What a company's name says of its form, as faker's names have it; undefined where it says nothing. */
export function formInName(name: string): string | undefined {
  const known = allForms.find((form) => name.endsWith(` ${form}`) || name.startsWith(form));
  return known ?? otherForms.exec(name)?.[1];
}

const allForms: readonly string[] = [...new Set(Object.values(companyLaws).flatMap(({ forms }) => forms))].sort(
  (a, b) => b.length - a.length,
);
const otherForms =
  / (Inc|LLC|Ltd|Corp|SEM|SCOP|EI|EURL|GIE|SCS|SNC|SCA|e\.V\.|e\.G\.|KGaA|Aktiebolag|Handelsbolag|Kommanditbolag|SIA|d\.o\.o\.|d\.d\.|AD|Tbk|SRL|SA|S\/A|LTDA|EIRELI|SL|SLU)$/;
