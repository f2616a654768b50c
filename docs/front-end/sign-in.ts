// Signing in at the facility's identity provider: authorization code with PKCE, no secret.
import * as oauth from 'oauth4webapi';

export interface Session {
  name: string;
  /** Key of the authority that she speaks for. */
  authority: string | undefined;
  token: () => Promise<string>;
}

const issuer = new URL(document.querySelector<HTMLMetaElement>('meta[name=mieux-issuer]')!.content);
const client: oauth.Client = { client_id: 'mieux-front-end' };
const back = location.origin + location.pathname;
// Without TLS on one's own machine only.
const options = { [oauth.allowInsecureRequests]: issuer.hostname === 'localhost' };

const provider = async () => oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
const runsOut = (tokens: oauth.TokenEndpointResponse) => Date.now() + ((tokens.expires_in ?? 300) - 30) * 1000;

/** Leaves this page for that of the identity provider, which sends her back. */
export async function signIn(): Promise<void> {
  const { authorization_endpoint } = await provider();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  // These have to outlive the way there and back. They open nothing without the code, and are good for one.
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const query = new URLSearchParams({
    client_id: client.client_id, response_type: 'code', scope: 'openid', redirect_uri: back, state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  });
  location.assign(`${authorization_endpoint}?${query}`);
}

/** The session of someone who has just been sent back; undefined for whoever comes from elsewhere. */
export async function signedIn(): Promise<Session | undefined> {
  const { verifier, state } = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}') as Record<string, string>;
  const here = new URL(location.href);
  if (verifier === undefined || state === undefined || !here.searchParams.has('state')) {
    return undefined;
  }
  sessionStorage.removeItem('sign-in');
  history.replaceState(null, '', back);
  const as = await provider();
  const params = oauth.validateAuthResponse(as, client, here, state);
  const redeemed = await oauth.authorizationCodeGrantRequest(as, client, oauth.None(), params, back, verifier, options);
  // In this variable and nowhere else: what is in the browser's storage can be read by any script that ever gets into
  // this origin, and is there still when everybody has gone home. After a reload the provider is asked again.
  let tokens = await oauth.processAuthorizationCodeResponse(as, client, redeemed);
  let until = runsOut(tokens);
  const claims = oauth.getValidatedIdTokenClaims(tokens)!;
  const token = async () => {
    if (Date.now() > until && tokens.refresh_token !== undefined) {
      const answer = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), tokens.refresh_token, options);
      tokens = { ...tokens, ...(await oauth.processRefreshTokenResponse(as, client, answer)) };
      until = runsOut(tokens);
    }
    return tokens.access_token;
  };
  return { name: String(claims['name']), authority: claims['authority'] as string | undefined, token };
}
