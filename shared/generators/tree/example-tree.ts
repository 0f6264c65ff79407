/** The document that a rule just chosen shows. */
export const exampleTree = {
  id: { $rule: "uuid" },
  name: { $rule: "person.fullName" },
  active: { $rule: { boolean: { true: 0.8 } } },
  score: { $rule: { normal: { mean: 50, deviation: 15, min: 0, max: 100, scale: 1 } } },
  tags: { $list: { $rule: "lorem.word" }, min: 0, max: 3 },
  note: { $maybe: { $rule: "lorem.sentence" }, share: 0.4 },
};

/** Whether no document is written: `{}`. */
export const isEmptyTree = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
