import { startBoard } from './board.js';
import { watchCharts } from './chart.js';
import { sortTables } from './table.js';

startBoard();
sortTables();
watchCharts();
