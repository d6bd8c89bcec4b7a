/** What is used here of node-nlp, which has no types of its own. */
declare module 'node-nlp' {
  export class NlpManager {
    constructor(settings: {
      languages: string[];
      autoSave: boolean;
      nlu: { log: boolean; useNoneFeature: boolean };
    });
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    /** Likeliest first; an intent that is not lit up is left out or scores 0. */
    classify(
      locale: string,
      utterance: string,
    ): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}
