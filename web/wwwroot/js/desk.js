import { startBoard } from './board.js';

startBoard();
