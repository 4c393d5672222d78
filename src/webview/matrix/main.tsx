import { render } from 'preact';
import { connect } from '../page/host.ts';
import { type MatrixMessage, matrixMessage, type MatrixRequest, type MatrixState, matrixState } from '../protocol/matrix.ts';
import { App } from './app.tsx';
import '../page/page.css';
import './matrix.css';
import './tables.css';

const page = document.getElementById('page');
if (page) render(<App host={connect<MatrixMessage, MatrixRequest, MatrixState>(matrixMessage, matrixState)} />, page);
