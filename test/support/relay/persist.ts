/** Does a request until it is answered, as a browser does that has lost its connection. */
export async function untilDone(request: () => Promise<Response>, over: () => boolean): Promise<Response> {
  for (;;) {
    const response = await request().catch(() => null);
    if (response?.ok === true) return response;
    if (response !== null && response.status < 500 && response.status !== 429) {
      throw new Error(`refused: ${response.status} ${await response.text()}`);
    }
    if (over()) throw new Error('the run is over');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
