// Postcodes of the countries in world.ts that do not have five digits: a form, and the countries that have it. # is a digit, @ a letter.
const lines = `
###: FO IS LS MG OM PG PS GN
####: AF AL AM AR BD BG CC CV CX CY ET GE GW HM LR LU MK MZ NE NF PA PH PY SI SV TN VE
######: BY CN CO EC KG KZ NG RO RU SG TJ TM TT UZ VN
#######: CL IL
##########: IR
### ##: GR SK
###-####: JP
#### ####: LB
AD###: AD
AZ####: AZ
BB#####: BB
@@ ##: BM
@@####: BN
GX11 1AA: GI
FIQQ 1ZZ: FK
GY# #@@: GG
JE# #@@: JE
IM# #@@: IM
HT####: HT
KY#-####: KY
LC## ###: LC
LT-#####: LT
LV-####: LV
MD-####: MD
@@@ ####: MT
MSR####: MS
STHL 1ZZ: SH
@###: SZ
TKCA 1ZZ: TC
VC####: VC
VG11##: VG
94##: LI
39##: GL
917#: SJ
22###: AX
980##: MC
4789#: SM
00120: VA
973##: GF
971##: GP
972##: MQ
974##: RE
976##: YT
97500: PM
97133: BL
97150: MF
988##: NC
987##: PF
986##: WF
009##: PR
008##: VI
969##: FM GU MH
9695#: MP
96799: AS
96940: PW
`;

const byCountry: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [form = "", codes = ""] = line.split(": ");
      return codes.split(" ").map((code): [string, string] => [code, form]);
    }),
);

/** The form of a country's postcodes, by its code: five digits where nothing else is known. */
export const postcodeIn = (code: string): string => byCountry.get(code) ?? "#####";
