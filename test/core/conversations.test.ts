import { expect } from 'chai';
import { consentedFor, Conversations } from '../../src/vscode/features/chat/conversations.ts';

describe('What waits to be sent in chat', () => {
	const waiting = { text: 'My story', note: '', hidden: [] };

	it('goes to the model that was named with it, and to no other', () => {
		const conversations = new Conversations();
		const kept = conversations.get(conversations.keep({ said: [], waiting, hidden: [], namedModel: 'one' }));
		if (!kept) throw new Error('It is not kept.');
		expect(consentedFor(kept, 'one')).to.equal(waiting);
		expect(consentedFor(kept, 'two')).to.equal(undefined);
		expect(consentedFor({ said: [], waiting, hidden: [] }, 'one')).to.equal(undefined);
	});
});
