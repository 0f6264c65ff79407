/** Locales without definitions of their own for a method, though other languages have them. Written by scripts/write-faker-tables.ts. */
export const localeGaps: readonly { readonly methods: string; readonly locales: string }[] = [
  {
    methods: "animal.bear",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi he hr hu hy it ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.bird",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hu hy id_ID it ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.cat",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hy id_ID it ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.cetacean",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hu hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "animal.cow",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hu hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "animal.crocodilia animal.lion",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi he hr hu hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "animal.dog",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.fish",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hu hy it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.horse",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.insect",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hu hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.petName",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy it ja ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "animal.rabbit",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi he hr hu hy it ja ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "animal.type",
    locales:
      "af_ZA ar az bn_BD cs_CZ da dv el es es_MX fa fi he hr hu hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "book.author book.genre book.publisher book.series book.title",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pt_PT ro ro_MD sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "book.format",
    locales:
      "af_ZA ar az bn_BD cs_CZ da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pt_PT ro ro_MD sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "color.human vehicle.color",
    locales: "af_ZA bn_BD cs_CZ da fi hr it ka_GE ku_ckb mk ne ro ro_MD sk sl_SI sr_RS_latin ta_IN uk vi yo_NG zu_ZA",
  },
  {
    methods: "commerce.department",
    locales:
      "af_ZA bn_BD cs_CZ cy de de_AT de_CH dv eo fi hr hy it ja ka_GE ko ku_ckb ku_kmr_latin mk mn_MN_cyrl ne pl ro ro_MD sk sl_SI sr_RS_latin ta_IN th uk vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "commerce.product commerce.productAdjective commerce.productMaterial commerce.productName",
    locales:
      "af_ZA bn_BD cs_CZ cy de de_AT de_CH dv fi hr hy it ja ka_GE ko ku_ckb ku_kmr_latin mk mn_MN_cyrl nb_NO ne pl ro ro_MD sk sl_SI sr_RS_latin ta_IN th uk vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "commerce.productDescription",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy de de_AT de_CH dv el eo es es_MX fa fi hr hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th uk ur vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "company.buzzAdjective company.buzzNoun company.buzzPhrase company.buzzVerb",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy de de_AT de_CH dv eo es fi fr fr_BE fr_CA fr_CH fr_LU fr_SN hr hu hy id_ID ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "company.catchPhrase company.catchPhraseDescriptor",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy de de_AT de_CH dv eo fi fr fr_BE fr_CA fr_CH fr_LU fr_SN hr hu hy id_ID ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "company.catchPhraseAdjective company.catchPhraseNoun",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy de de_AT de_CH eo fi fr fr_BE fr_CA fr_CH fr_LU fr_SN hr hu hy id_ID ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "company.name",
    locales:
      "af_ZA ar bn_BD cy eo fi hr hy ku_ckb ku_kmr_latin mn_MN_cyrl ne nl nl_BE ro ro_MD sl_SI sr_RS_latin ta_IN th tr ur uz_UZ_latin yo_NG zh_TW zu_ZA",
  },
  {
    methods: "date.month date.weekday",
    locales: "af_ZA el fi it ka_GE ku_ckb ku_kmr_latin nb_NO ne pl sk sl_SI tr uk yo_NG zu_ZA",
  },
  {
    methods: "finance.accountName finance.transactionType",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv eo es es_MX fi he hr hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "finance.currency finance.currencyName finance.transactionDescription",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv eo es es_MX fi he hr hu hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods:
      "food.adjective food.description food.dish food.ethnicCategory food.fruit food.ingredient food.meat food.spice food.vegetable",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "hacker.adjective hacker.noun hacker.verb",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne pl pt_BR pt_PT ro ro_MD sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "hacker.ingverb",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "hacker.phrase",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne pl pt_BR pt_PT ro ro_MD sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "helpers.fake",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "location.buildingNumber",
    locales: "af_ZA bn_BD dv eo ja ko ku_ckb ku_kmr_latin mn_MN_cyrl ne ta_IN vi yo_NG zu_ZA",
  },
  {
    methods: "location.cardinalDirection location.direction location.ordinalDirection",
    locales:
      "af_ZA ar az bn_BD cs_CZ de de_AT de_CH dv el es es_MX fi hr id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pt_BR ro ro_MD ru sk sr_RS_latin sv ta_IN th tr uk vi yo_NG zh_TW zu_ZA",
  },
  { methods: "location.city", locales: "fr_CA ku_ckb ku_kmr_latin mn_MN_cyrl ta_IN yo_NG" },
  {
    methods: "location.continent",
    locales:
      "af_ZA ar az cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "location.country",
    locales: "af_ZA cy dv el fi ko ku_ckb ku_kmr_latin mn_MN_cyrl ne ro ro_MD ta_IN yo_NG zh_TW zu_ZA",
  },
  {
    methods: "location.county",
    locales:
      "af_ZA ar az cs_CZ da de de_AT de_CH dv el eo fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ru sk sl_SI sr_RS_latin ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "location.language",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "location.postalAddress",
    locales:
      "af_ZA ar bn_BD cs_CZ cy da dv eo fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "location.secondaryAddress",
    locales: "af_ZA bn_BD cy dv id_ID ku_ckb ku_kmr_latin mn_MN_cyrl ne ta_IN th tr vi yo_NG zh_TW zu_ZA",
  },
  { methods: "location.state", locales: "az dv el eo ka_GE ku_ckb ku_kmr_latin mn_MN_cyrl ta_IN yo_NG" },
  { methods: "location.street", locales: "af_ZA bn_BD ku_ckb ku_kmr_latin mn_MN_cyrl ne ta_IN vi yo_NG zu_ZA" },
  {
    methods: "location.streetAddress",
    locales: "af_ZA bn_BD cy dv eo ko ku_ckb ku_kmr_latin mn_MN_cyrl ne pt_BR ta_IN th vi yo_NG zu_ZA",
  },
  { methods: "location.zipCode", locales: "bn_BD eo hy ku_ckb ku_kmr_latin mn_MN_cyrl ta_IN yo_NG" },
  {
    methods:
      "lorem.lines lorem.paragraph lorem.paragraphs lorem.sentence lorem.sentences lorem.slug lorem.text lorem.word lorem.words",
    locales:
      "af_ZA az bn_BD cy da eo es fi hr hu id_ID it ka_GE ku_kmr_latin mk mn_MN_cyrl nb_NO ne pt_PT ro ro_MD sl_SI sr_RS_latin sv ta_IN th uk yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "music.genre",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fi hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "music.songName",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "person.bio",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  { methods: "person.firstName", locales: "bn_BD cy mn_MN_cyrl ta_IN" },
  {
    methods: "person.gender",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi fr fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "person.jobArea person.jobDescriptor",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv eo fi he hu hy id_ID it ko ku_ckb ku_kmr_latin mn_MN_cyrl nb_NO ne nl nl_BE pl pt_PT ro ro_MD sk sr_RS_latin ta_IN th tr uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "person.jobTitle",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el eo fa fi he hr hu hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "person.jobType",
    locales:
      "af_ZA az bn_BD cs_CZ cy da de de_AT de_CH dv eo fi he hu hy id_ID it ko ku_ckb mn_MN_cyrl nb_NO ne nl nl_BE pl pt_PT ro ro_MD sk sr_RS_latin ta_IN th tr ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  { methods: "person.lastName", locales: "bn_BD cy mn_MN_cyrl sr_RS_latin ta_IN th" },
  {
    methods: "person.middleName",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy de de_AT de_CH dv el eo es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD sk sl_SI sr_RS_latin sv ta_IN th tr ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "person.prefix",
    locales:
      "af_ZA az bn_BD cy fi hy id_ID ja ko mn_MN_cyrl ne ru sr_RS_latin ta_IN uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "person.suffix",
    locales:
      "af_ZA az bn_BD cy da de de_AT de_CH dv el eo fa fi fr fr_CA fr_CH fr_LU fr_SN he hu hy it ka_GE ko ku_ckb ku_kmr_latin mk mn_MN_cyrl ne pl pt_PT ru sr_RS_latin sv ta_IN th tr uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  {
    methods: "person.zodiacSign",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_PT ro ro_MD ru sk sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_CN zh_TW zu_ZA",
  },
  { methods: "phone.number", locales: "ar bn_BD eo ku_ckb ku_kmr_latin mn_MN_cyrl sl_SI ta_IN ur uz_UZ_latin yo_NG" },
  {
    methods: "science.chemicalElement science.unit",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da de de_AT de_CH dv el es es_MX fa fi fr fr_BE fr_CA fr_CH fr_LU fr_SN he hr hu hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "vehicle.bicycle",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy da dv el eo es es_MX fa fi he hr hu hy id_ID it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "vehicle.fuel",
    locales:
      "af_ZA az bn_BD cs_CZ da dv el es es_MX fi he hr hu hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "vehicle.type",
    locales:
      "af_ZA az bn_BD cs_CZ cy da dv el eo es es_MX fi he hr hu hy id_ID it ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "word.adjective",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy dv el eo es es_MX fi he hr hy it ja ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "word.adverb",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy dv el eo es es_MX fa fi he hr hy it ja ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "word.conjunction word.interjection",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy de de_AT de_CH dv el eo es es_MX fi he hr hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "word.noun",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy dv el eo es es_MX fi he hr hy it ja ka_GE ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "word.preposition",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy dv el eo es es_MX fi he hr hu hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "word.sample word.words",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy de de_AT de_CH dv el eo es es_MX fa fi he hr hu hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
  {
    methods: "word.verb",
    locales:
      "af_ZA ar az bn_BD cs_CZ cy dv el eo es es_MX fi he hr hy it ja ka_GE ko ku_ckb ku_kmr_latin lv mk mn_MN_cyrl nb_NO ne nl nl_BE pl ro ro_MD ru sk sl_SI sr_RS_latin sv ta_IN th tr uk ur uz_UZ_latin vi yo_NG zh_TW zu_ZA",
  },
];
