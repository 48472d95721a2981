import { addAddress, askForAddress, getAccount, getPendingAddress } from "@/lib/domain/account";
import { chooseLanguage } from "@/lib/domain/own-language";
import { chooseName } from "@/lib/domain/own-name";
import { digitsOf, LAPTOP, newestCode } from "../codes";
import type { Row } from "./row";

const EVERYBODY: Row["verdicts"] = ["ok", "ok", "ok", "ok", "ok"];

const wanted = { ...LAPTOP, address: "second@home.example" };

/** The page of one's own account, which knows nobody else's. */
export const accountRows: Row[] = [
  {
    name: "getAccount",
    operation: "account:view",
    paths: ["/[org]/account"],
    run: (ctx) => getAccount(ctx),
    verdicts: EVERYBODY,
  },
  {
    name: "getPendingAddress",
    operation: "account:view",
    paths: ["/[org]/account"],
    run: (ctx) => getPendingAddress(ctx, LAPTOP.browserHash),
    verdicts: EVERYBODY,
  },
  {
    name: "askForAddress",
    operation: "account:edit",
    paths: ["askForAddressAction"],
    run: (ctx) => askForAddress(ctx, wanted),
    verdicts: EVERYBODY,
  },
  {
    name: "addAddress",
    operation: "account:edit",
    paths: ["addAddressAction"],
    run: async (ctx, scene) => {
      await askForAddress(ctx, wanted);
      return addAddress(ctx, { ...LAPTOP, digits: digitsOf((await newestCode(scene)).id) });
    },
    verdicts: EVERYBODY,
  },
  {
    name: "chooseName",
    operation: "account:edit",
    paths: ["chooseNameAction"],
    run: (ctx) => chooseName(ctx, { name: "Kim Lee" }),
    verdicts: EVERYBODY,
  },
  {
    name: "chooseLanguage",
    operation: "account:edit",
    paths: ["chooseLanguageAction"],
    run: (ctx) => chooseLanguage(ctx, { language: "de" }),
    verdicts: EVERYBODY,
  },
];
