import { headers } from "next/headers";
import { type Catalogue, catalogueIn } from "@/lib/catalogue";
import { readerLanguage } from "@/lib/domain/reader-language";

/** The words for somebody of whom only the browser's Accept-Language is known. */
export async function browserWords(): Promise<Catalogue> {
  return catalogueIn(readerLanguage({ accepts: (await headers()).get("accept-language") }));
}
