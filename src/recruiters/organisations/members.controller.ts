import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { RoleGrants, ThisBrowser } from '../../accounts/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { Places } from '../billing/places.js';
import { MemberRoster } from './member-roster.js';
import { memberBody, type MemberBody, membersView, type MembersView } from './organisations.dto.js';
import { Seats } from './seats.js';

/** Those who work for the same organisation. Whoever's part changes goes on under a new sign-in. */
@Controller('api/organisation/members')
export class MembersController {
  constructor(
    private readonly roster: MemberRoster,
    private readonly places: Places,
    private readonly seats: Seats,
    private readonly grants: RoleGrants,
    private readonly db: Database,
  ) {}

  @Get()
  @For('recruiter')
  @View(membersView)
  async organisationMembers(@Me() actor: Actor): Promise<MembersView> {
    const seat = await this.seats.of(this.db.alone, actor.id);
    const members = await this.roster.list(this.db.alone, seat);
    return { places: await this.places.of(this.db.alone, seat.organisationId), members: members.map(({ roles, joinedAt, ...member }) => ({ ...member, roles: [...roles], joinedAt: joinedAt.toISOString(), isMe: member.id === actor.id })) };
  }

  @Put(':id')
  @For('recruiter')
  @View(membersView)
  async changeMember(@Me() actor: Actor, @Id() id: string, @Body({ schema: memberBody }) { roles }: MemberBody, @ThisBrowser() browser: ThisBrowser): Promise<MembersView> {
    const work = (tx: Tx): Promise<void> => this.roster.setRoles(tx, actor.id, id, roles);
    await (id === actor.id ? this.grants.takeUp(browser, 'recruiter', work) : this.grants.ofAnother(id, null, work));
    return this.organisationMembers(actor);
  }

  /** Somebody else's part ends, or one's own. */
  @Delete(':id')
  @For('recruiter')
  @HttpCode(204)
  async removeMember(@Me() actor: Actor, @Id() id: string, @ThisBrowser() browser: ThisBrowser): Promise<void> {
    if (id === actor.id) await this.grants.giveUp(browser, 'recruiter', (tx) => this.roster.leave(tx, actor.id));
    else await this.grants.ofAnother(id, 'recruiter', (tx) => this.roster.remove(tx, actor.id, id));
  }
}
