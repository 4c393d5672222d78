import { render } from 'preact';
import {
	type MatrixMessage,
	matrixMessage,
	type MatrixRequest,
	type MatrixState,
	matrixState,
} from '../protocol/matrix.ts';
import { connect } from '../ui/host.ts';
import '../ui/page.css';
import { App } from './app.tsx';
import './matrix.css';
import './tables.css';

const page = document.getElementById('page');
if (page) render(<App host={connect<MatrixMessage, MatrixRequest, MatrixState>(matrixMessage, matrixState)} />, page);
