import { expect } from 'chai';
import { consentedFor, Conversations, goesOnWith, modelKey } from '../../src/vscode/features/chat/conversations.ts';

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

	it('goes on with the model that has what was said, also where another one has been named since', () => {
		const said = [{ by: 'author', text: 'My story' }] as const;
		const conversation = { said, hidden: [], sentTo: 'one', namedModel: 'two', waiting };
		expect(goesOnWith(conversation, 'one')).to.equal(true);
		expect(goesOnWith(conversation, 'two')).to.equal(false);
		expect(goesOnWith({ said: [], hidden: [], sentTo: 'one' }, 'one')).to.equal(false);
		expect(goesOnWith({ said, hidden: [] }, 'one')).to.equal(false);
	});

	it('takes models of two vendors for two', () => {
		const key = modelKey({ vendor: 'a', id: 'x' });
		expect(modelKey({ vendor: 'a', id: 'x' })).to.equal(key);
		expect([modelKey({ vendor: 'b', id: 'x' }), modelKey({ vendor: '', id: 'ax' })]).not.to.include(key);
	});
});
