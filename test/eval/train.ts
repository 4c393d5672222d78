// Trains the models of questions from src/core/questions/recall/phrases, and writes them where the worker has them.
//   npm run train
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../workbench/projectFolders.ts';
import { trainedModelsFile, trainedModelsModule } from './trainedModels.ts';

const text = trainedModelsModule();
writeFileSync(join(projectFolder, trainedModelsFile), text);
process.stdout.write(`${trainedModelsFile}: ${Buffer.byteLength(text)} bytes\n`);
