import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Person = { sub: string; email?: string; email_verified?: unknown; name?: string };
type Grant = { challenge: string; redirectUri: string; nonce: string | null; person: Person };

export const CLIENT = { id: "foyer-client", secret: "foyer-client-secret" };

class Refused extends Error {}

function demand(condition: unknown, words: string): asserts condition {
  if (!condition) throw new Refused(words);
}

/**
 * Plays an OpenID provider over HTTP, strictly: exact redirect address, state, nonce, PKCE (S256),
 * client secret, single-use codes; claims about the person only at the userinfo endpoint. Everybody
 * who comes is `person`. What it refused stands in `refusals`.
 */
export async function startOidcPlayer(redirectUri: () => string) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, Person>();
  const player = {
    issuer: "",
    person: { sub: "nobody" } as Person,
    refusals: [] as string[],
    stop: () => {},
  };

  function discover(_: URL, response: ServerResponse) {
    const at = (path: string) => player.issuer + path;
    json(response, {
      issuer: player.issuer,
      authorization_endpoint: at("/authorize"),
      token_endpoint: at("/token"),
      userinfo_endpoint: at("/userinfo"),
      jwks_uri: at("/jwks"),
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    });
  }

  function authorize({ searchParams: asked }: URL, response: ServerResponse) {
    demand(asked.get("response_type") === "code", "response_type is not code");
    demand(asked.get("client_id") === CLIENT.id, "unknown client");
    demand(asked.get("redirect_uri") === redirectUri(), `redirect_uri is ${asked.get("redirect_uri")}`);
    demand(asked.get("scope")?.split(" ").includes("openid"), "scope without openid");
    demand(asked.get("code_challenge_method") === "S256" && asked.get("code_challenge"), "no PKCE");
    demand(asked.get("state") && asked.get("nonce"), "no state or nonce");
    const code = randomUUID();
    const challenge = asked.get("code_challenge") ?? "";
    grants.set(code, {
      challenge,
      redirectUri: redirectUri(),
      nonce: asked.get("nonce"),
      person: player.person,
    });
    const back = new URL(redirectUri());
    back.search = new URLSearchParams({
      code,
      state: asked.get("state") ?? "",
      iss: player.issuer,
    }).toString();
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(_: URL, response: ServerResponse, request: IncomingMessage) {
    const basic = Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64");
    demand(
      request.method === "POST" && request.headers.authorization === `Basic ${basic}`,
      "wrong client secret",
    );
    const asked = new URLSearchParams(await bodyOf(request));
    const grant = grants.get(asked.get("code") ?? "");
    grants.delete(asked.get("code") ?? "");
    demand(grant && asked.get("grant_type") === "authorization_code", "unknown code");
    demand(asked.get("redirect_uri") === grant.redirectUri, "redirect_uri changed");
    const proof = createHash("sha256")
      .update(asked.get("code_verifier") ?? "")
      .digest("base64url");
    demand(proof === grant.challenge, "wrong code_verifier");
    const access = randomUUID();
    tokens.set(access, grant.person);
    json(response, { access_token: access, token_type: "Bearer", expires_in: 60, id_token: idToken(grant) });
  }

  function idToken({ person, nonce }: Grant) {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: player.issuer, sub: person.sub, aud: CLIENT.id, iat: now, exp: now + 60, nonce };
    const parts = [{ alg: "RS256", kid: "1", typ: "JWT" }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    return [...parts, sign("sha256", Buffer.from(parts.join(".")), privateKey).toString("base64url")].join(
      ".",
    );
  }

  function userinfo(_: URL, response: ServerResponse, request: IncomingMessage) {
    const person = tokens.get(request.headers.authorization?.replace(/^Bearer /, "") ?? "");
    demand(person, "unknown access token");
    json(response, person);
  }

  const jwks = (_: URL, response: ServerResponse) =>
    json(response, {
      keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }],
    });

  const routes: Record<
    string,
    (url: URL, response: ServerResponse, request: IncomingMessage) => void | Promise<void>
  > = {
    "/.well-known/openid-configuration": discover,
    "/authorize": authorize,
    "/token": token,
    "/userinfo": userinfo,
    "/jwks": jwks,
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", player.issuer);
    try {
      demand(routes[url.pathname], `no such page: ${url.pathname}`);
      await routes[url.pathname]?.(url, response, request);
    } catch (error) {
      player.refusals.push(String(error));
      json(response, { error: "invalid_request" }, 400);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  player.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  player.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return player;
}

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
