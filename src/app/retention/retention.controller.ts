import { Controller, Get } from '@nestjs/common';
import { For, View } from '../../platform/http/index.js';
import { RetentionBoard } from './retention-board.js';
import { retentionBoardView, type RetentionBoardView } from './retention.dto.js';

/** What is kept here, what is due, and whether all went that had to. */
@Controller('api/operator/retention')
export class RetentionController {
  constructor(private readonly board: RetentionBoard) {}

  @Get()
  @For('operator')
  @View(retentionBoardView)
  retentionBoard(): Promise<RetentionBoardView> {
    return this.board.read();
  }
}
