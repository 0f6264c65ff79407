import { xmlText } from "../../../shared/encoders/xml-text.ts";

// The parts of a workbook beside its sheets (ISO 29500-1, 12.3). No part says who made it, or when.

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** The parts by their paths, for sheets of these names. */
export const workbookParts = (names: readonly string[]): readonly (readonly [path: string, text: string])[] => [
  ["[Content_Types].xml", contentTypes(names.length)],
  ["_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]])],
  ["xl/workbook.xml", workbook(names)],
  [
    "xl/_rels/workbook.xml.rels",
    relationships([
      ...names.map((_, k) => ["worksheet", sheetPath(k).replace("xl/", "")] as const),
      ["styles", "styles.xml"],
    ]),
  ],
  ["xl/styles.xml", styles],
];

const contentTypes = (sheets: number): string =>
  `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>` +
  `${Array.from({ length: sheets }, (_, k) => `<Override PartName="/${sheetPath(k)}" ContentType="${content}.worksheet+xml"/>`).join("")}</Types>`;

const relationships = (all: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${relations}">` +
  `${all.map(([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

const workbook = (names: readonly string[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  `${names.map((name, k) => `<sheet name="${xmlText(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`).join("")}</sheets></workbook>`;

/** The cell formats, in the order that shared/encoders/xlsx.ts numbers them by. */
const styles =
  `${head}<styleSheet xmlns="${main}">` +
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="hh:mm:ss"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="5"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs>' +
  "</styleSheet>";
