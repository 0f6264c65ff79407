/** The version of faker whose word lists the values are drawn from: recorded in a project's lock. */
export const fakerVersion = "10.6.0";
