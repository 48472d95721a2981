import { type Import, importsOf, isCode, isTest, type Source } from "./sources";

type Rule = {
  from: RegExp;
  notTo: RegExp;
  /** Types may cross: they are gone before anything runs. */
  typesToo?: false;
};

const DATABASE = /^(db\/|drizzle-orm|postgres$)/;
const ABOVE_DOMAIN =
  /^(app|components|lib\/(actions|auth|delivery|jobs))\/|^lib\/(context|env|installation|log)$/;
const FRAMEWORK = /^(next|next-auth|react|react-dom)(\/|$)|^@auth\//;
const PROVIDER = /^(resend|nodemailer|twilio|react-email)(\/|$)|^@react-email\//;

/** Words and shapes that screens share with the rules; they import nothing but each other. */
const PURE = "words|delivery-words|recipient-text|recipient-shape|fold";

const RULES: Rule[] = [
  { from: /^(app\/|proxy\.ts)/, notTo: DATABASE },
  { from: /^components\//, notTo: DATABASE },
  {
    from: /^components\//,
    notTo: /^app\/|^lib\/(context|env|installation)$|^lib\/(auth|delivery)\/|^next-auth/,
  },
  { from: /^components\//, notTo: new RegExp(`^lib/domain/(?!(${PURE})$)`), typesToo: false },
  { from: new RegExp(`^lib/domain/(${PURE})\\.ts$`), notTo: new RegExp(`^(?!lib/domain/(${PURE})$)`) },
  { from: /^lib\/actions\//, notTo: DATABASE },
  { from: /^lib\/domain\//, notTo: FRAMEWORK },
  { from: /^lib\/domain\//, notTo: PROVIDER },
  { from: /^lib\/domain\//, notTo: ABOVE_DOMAIN },
  { from: /^lib\/domain\//, notTo: /^db\/client$/, typesToo: false },
  { from: /^db\/(schema|queries|client|migrate)/, notTo: /^(app|components|lib\/(actions|auth|delivery))\// },
  { from: /^lib\//, notTo: /^app\// },
  { from: /^(app|components|lib|db)\//, notTo: /^(scripts|tests)\// },
];

const forbids = (rule: Rule, { from, target, isType }: Import) =>
  rule.from.test(from) && rule.notTo.test(target) && !(isType && rule.typesToo === false);

/** Every import against the arrows, as "file → what it imports". Tests stand outside the house. */
export const findWrongImports = (sources: Source[]): string[] =>
  sources
    .filter((source) => isCode(source) && !isTest(source))
    .flatMap(importsOf)
    .filter((edge) => RULES.some((rule) => forbids(rule, edge)))
    .map(({ from, target }) => `${from} → ${target}`);
