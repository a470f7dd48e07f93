// Passkeys (WebAuthn level 3): the buttons show where the browser can do it; the paper gives the options and judges the answer.
// Binary values travel as base64url.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const ask = async (path, what) => {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });
  const said = await answer.json();
  if (said.problem) throw new Error(said.problem, { cause: "paper" });
  return said;
};

const read = (options) => {
  const keys = { ...options, challenge: bytes(options.challenge) };
  if (options.user) keys.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) keys.excludeCredentials = options.excludeCredentials.map((each) => ({ ...each, id: bytes(each.id) }));
  return keys;
};

const written = ({ id, type, response, authenticatorAttachment }) => {
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) parts[part] = text(response[part]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return { id, rawId: id, type, response: parts, authenticatorAttachment, clientExtensionResults: {} };
};

// One request at a time: a button takes over from what the browser suggests by itself.
let waiting = new AbortController();

const run = async ({ does, options, answer, to }, name, mediation) => {
  const offer = await ask(options, {});
  if (offer.to) return offer.to;
  waiting.abort();
  waiting = new AbortController();
  const asked = { publicKey: read(offer.publicKey), signal: waiting.signal };
  if (mediation) asked.mediation = mediation;
  const credential = await (does === "make" ? navigator.credentials.create(asked) : navigator.credentials.get(asked));
  return (await ask(answer, { ticket: offer.ticket, answer: written(credential), name, to })).to;
};

if (window.PublicKeyCredential && isSecureContext) {
  document.querySelectorAll(".passkey").forEach((box) => {
    const button = box.querySelector("button");
    const problem = box.querySelector(".problem");
    const data = box.dataset;
    const go = async (mediation) => {
      problem.textContent = "";
      try {
        location.assign(await run(data, box.querySelector("input")?.value ?? "", mediation));
      } catch (failed) {
        if (failed.name === "AbortError" || (mediation && failed.cause !== "paper")) return;
        problem.textContent = failed.cause === "paper" ? failed.message : data.failed;
        button.disabled = false;
      }
    };
    box.hidden = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      go();
    });
    if (document.querySelector("input[autocomplete~=webauthn]") && data.does === "know") {
      PublicKeyCredential.isConditionalMediationAvailable?.().then((can) => { if (can) go("conditional"); });
    }
  });
}
