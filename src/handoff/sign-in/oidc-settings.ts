/** Where advisers sign in when it is not here. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** The claim that lists roles; those written `adviser:<slug>` name the councils. */
  readonly rolesClaim: string;
  /** Our own address, where the provider sends the browser back to. */
  readonly publicUrl: string;
}
