import * as vscode from 'vscode';
import { Disposables } from '../../../core/library/disposables.ts';
import { type Log, logError } from '../../../core/library/log.ts';
import { setContext } from '../../contextKey.ts';
import { contextKeys, participants } from '../../ids.ts';
import { StarParticipant, type StarServices } from './starParticipant.ts';

/** What of VS Code has chat and models, where it does. */
interface ChatOfVscode {
	readonly lm?: Partial<Pick<typeof vscode.lm, 'selectChatModels' | 'onDidChangeChatModels'>>;
	readonly chat?: Partial<typeof vscode.chat>;
}

/** The participant of chat, where VS Code has chat, there are stories, and the person has a model. */
export function registerChat(
	services: StarServices & { readonly log: Log },
	{ lm, chat }: ChatOfVscode = vscode,
): vscode.Disposable {
	const disposables = new Disposables();
	const create = chat?.createChatParticipant?.bind(chat);
	const models = lm?.selectChatModels?.bind(lm);
	if (!create || !models || !lm?.onDidChangeChatModels) return disposables;
	const { storyFiles, allKnown, log } = services;
	let participant: vscode.Disposable | undefined;
	let asked = 0;
	let answered = 0;
	const follow = async () => {
		const number = ++asked;
		// VS Code starts what offers models when it is asked for them: not where there is nothing to talk about.
		const isWanted = storyFiles.index.taggedFiles.length > 0 && (await models()).length > 0;
		// What offers models may never answer: a later answer counts before it, and an older one not after it.
		if (number < answered) return;
		answered = number;
		setContext(contextKeys.chatModel, isWanted);
		if (isWanted) participant ??= createParticipant(services, create);
		else {
			participant?.dispose();
			participant = undefined;
		}
	};
	const followSafely = () => void follow().catch(logError(log));
	void allKnown().then(followSafely, logError(log));
	disposables.add(lm.onDidChangeChatModels(followSafely));
	let had = false;
	disposables.add(
		storyFiles.index.onDidChange(() => {
			const has = storyFiles.index.taggedFiles.length > 0;
			if (has !== had) followSafely();
			had = has;
		}),
	);
	disposables.add({ dispose: () => participant?.dispose() });
	return disposables;
}

function createParticipant(
	services: StarServices,
	create: typeof vscode.chat.createChatParticipant,
): vscode.ChatParticipant {
	const star = new StarParticipant(services);
	const participant = create(participants.star, star.handle);
	participant.iconPath = new vscode.ThemeIcon('star-full');
	participant.followupProvider = { provideFollowups: star.followUps };
	return participant;
}
