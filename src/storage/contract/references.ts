/** Where a Bot Framework conversation can be reached without waiting for its next message. */

export interface ReferenceRow {
  /** Our own id of the conversation. */
  readonly conversationId: string;
  /** `channel`: a team's channel where a council's cases are posted. */
  readonly kind: 'person' | 'channel';
  /** Of a council's channel. */
  readonly council: string | null;
  /** The adviser whose own conversation it is. */
  readonly adviserId: string | null;
  /** botbuilder's ConversationReference. */
  readonly reference: unknown;
  readonly updatedAt: Date;
}

export interface ReferenceStore {
  /** Adds or replaces: the service address of a conversation can change with any message. */
  saveReference(row: ReferenceRow): Promise<void>;
  reference(conversationId: string): Promise<ReferenceRow | null>;
  referencesOfCouncil(council: string): Promise<ReferenceRow[]>;
  referenceOfAdviser(adviserId: string): Promise<ReferenceRow | null>;
  deleteReference(conversationId: string): Promise<void>;
}
