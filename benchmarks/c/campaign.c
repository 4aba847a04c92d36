/* The campaign of src/kaname/model/campaign, written again by hand in C: the yardstick of its speed.

   One lane at a time: a world is fought from its first day to its last before the next begins. Worlds and parameters lie
   in memory as the programme's own records do (records.h is written from them), chance is the same Threefry2x32-20, and
   every line follows the Python of the same name, so that both must end in the same state. Not part of the product. */

#include <math.h>
#include <stdint.h>
#include "records.h"

enum { CHALLENGER, TARGET, GUARANTOR, HOST, PARTIES };
enum { SEIZE, BASES_FIRST, BLOCKADE };
enum { GOES_ON, HELD, CULMINATED };
enum { DRAW_CLOSED, DRAW_SHORT, DRAW_OPEN_AIR, DRAW_SHELTER, DRAW_REPAIR, DRAW_LONG, DRAWS };
enum { WIDENED_RUNG = 5, LAYER_DRAWS = 8, TRACKING = 900, FLIGHT = 64, LAUNCHER = 80, DAY_STEP = 1024 };
enum { BLOCK = 900, ROOM = 16, CUT_SHORT = 96 };

typedef struct { uint32_t seed, future, time; } Chance;
typedef struct { double aircraft, sorties, ships, boats, batteries, fire, quality; } Side;
typedef struct { double aircraft, sorties, ships, boats, batteries, missiles, worth; } Volley;
typedef struct { int64_t leakers, fired; } Shot;
typedef struct { double a, b; } Pair;

static const int FIGHTING[4] = {AIR, SURFACE, SUBMARINE, COASTAL_STRIKE};
static double RECIPROCAL[BLOCK + 1];

static double least(double a, double b) { return a < b ? a : b; }
static double most(double a, double b) { return a > b ? a : b; }
static double clip(double x, double low, double high) { return least(most(x, low), high); }
static double ratio(double a, double b, double otherwise) { return b == 0.0 ? otherwise : a / b; }
static double approach(double x, double goal, double speed) { return x + speed * (goal - x); }
static double guarded_exp(double x) { return exp(clip(x, -700.0, 700.0)); }
static double guarded_log(double x) { return log(most(x, 1e-300)); }
static double power(double x, double y) {
    if (y == 0.0) return 1.0;
    return x <= 0.0 ? 0.0 : guarded_exp(y * guarded_log(x));
}

/* --- chance by name */

static uint32_t rotate(uint32_t x, int n) { return (x << n) | (x >> (32 - n)); }

static double unit(Chance c, uint32_t counter) {
    uint32_t key[3] = {c.seed, c.future, c.seed ^ c.future ^ 0x1BD11BDAu};
    uint32_t x0 = c.time + key[0], x1 = counter + key[1];
    static const int turns[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
    for (int group = 0; group < 5; group++) {
        for (int i = 0; i < 4; i++) { x0 += x1; x1 = rotate(x1, turns[group & 1][i]) ^ x0; }
        x0 += key[(group + 1) % 3];
        x1 += key[(group + 2) % 3] + (uint32_t)(group + 1);
    }
    return ((x0 >> 5) * 67108864.0 + (x1 >> 6) + 0.5) / 9007199254740992.0;
}

static double uniform(Chance c, int slot, int index) { return unit(c, (uint32_t)slot * SLOT_STRIDE + (uint32_t)index); }

static int64_t from_zero(int64_t n, double p, double u) {
    double odds = p / (1.0 - p), chance = guarded_exp(n * guarded_log(1.0 - p)), total = chance;
    int64_t k = 0;
    while (u > total && k < n) { chance *= odds * (n - k) * RECIPROCAL[k]; total += chance; k++; }
    return k;
}

static int64_t binomial(Chance c, int slot, int index, double n, double p) {
    int64_t left = (int64_t)n, total = 0;
    if (left <= 0 || p <= 0.0) return 0;
    if (p >= 1.0) return left;
    for (int place = index * ROOM; left > 0; place++) {
        int64_t size = left < BLOCK ? left : BLOCK;
        double u = uniform(c, slot, place);
        total += p > 0.5 ? size - from_zero(size, 1.0 - p, 1.0 - u) : from_zero(size, p, u);
        left -= size;
    }
    return total;
}

static double at_least(int64_t n, double p, int64_t wanted) {
    if (wanted <= 0) return 1.0;
    if (n < wanted || p <= 0.0) return 0.0;
    if (p >= 1.0) return 1.0;
    double odds = p / (1.0 - p), chance = guarded_exp(n * guarded_log(1.0 - p)), below = chance;
    for (int64_t k = 0; k < wanted - 1; k++) { chance *= odds * (n - k) / (k + 1); below += chance; }
    return most(0.0, 1.0 - below);
}

/* --- opening, arrivals */

static int64_t actor_of(const Params *p, int k, int party) {
    return party == CHALLENGER ? p->challenger[k] : party == TARGET ? p->target[k]
         : party == GUARANTOR ? p->guarantor[k] : p->host[k];
}

static int takes_part(const Params *p, int k, int party) {
    return party != HOST || (p->host[k] >= 0 && p->host[k] != p->target[k] && p->host[k] != p->guarantor[k]);
}

static double forward_part(const World *w, const Params *p, int k) {
    return clip(ratio(w->presence * p->forward_share[k], p->commit_share[k][GUARANTOR], 1.0), 0.0, 1.0);
}

static void open_host_bases(World *w, const Params *p, int k) {
    double answer = p->host[k] < 0 || w->access[k] == 2 ? 1.0 : w->access[k] == 1 ? 0.5 : 0.0;
    double usable = answer * w->base_access;
    double total = floor(p->base_share[k][GUARANTOR] * w->stock[actor_of(p, k, GUARANTOR)][BASE]);
    double from_main = floor(floor(total * p->host_base_share[k]) * usable), civil = 0.0;
    if (p->host[k] == p->ally || p->target[k] == p->ally)
        civil = floor(w->dispersal * p->civil_airfields[k] * p->civil_guest_share * usable);
    if (from_main + civil > w->camp_host_bases) {
        w->camp_bases_open[GUARANTOR] += from_main + civil - w->camp_host_bases;
        w->camp_host_bases = from_main + civil;
        w->camp_sites_civil[GUARANTOR] = most(civil, w->camp_sites_civil[GUARANTOR]);
    }
}

static void lay_bases(World *w, const Params *p, int k, int party) {
    w->camp_bases_open[party] = w->camp_bases_closed[party] = 0.0;
    w->camp_tanker_short[party] = w->camp_sites_civil[party] = 0.0;
    w->camp_parked_lost[party] = 0.0;
    if (!takes_part(p, k, party)) return;
    int64_t actor = actor_of(p, k, party);
    double bases = floor(p->base_share[k][party] * w->stock[actor][BASE]);
    if ((party == TARGET || party == HOST) && actor == p->ally)
        w->camp_sites_civil[party] = floor(w->dispersal * p->civil_airfields[k] * (1.0 - p->civil_guest_share));
    if (party == GUARANTOR) bases -= floor(bases * p->host_base_share[k]);
    w->camp_bases_open[party] = bases + w->camp_sites_civil[party];
    if (party == GUARANTOR) { w->camp_host_bases = 0.0; open_host_bases(w, p, k); }
}

static void commit(World *w, const Params *p, int k, int party) {
    int64_t actor = actor_of(p, k, party);
    int comes = takes_part(p, k, party);
    w->camp_landing_ships[party] = w->camp_landing_lost[party] = 0.0;
    if (comes)
        w->camp_landing_ships[party] =
            floor(most(0.0, p->landing_part[k][party] * w->stock[actor][SURFACE] - w->landing_lost[actor]));
    for (int f = 0; f < FORCES; f++) {
        w->camp_start[party][f] = w->camp_units[party][f] = w->camp_reserve[party][f] = 0.0;
        if (f >= BASE || !comes) continue;
        double held = w->stock[actor][f];
        if (f == STRIKE && actor == p->proliferator) {
            double near = p->target[k] == p->ally ? 0.0 : w->missiles[SHORT];
            held = most(0.0, near + w->missiles[MEDIUM] - w->losses[actor][STRIKE]);
        }
        double ready = most(0.0, held - w->committed[actor][f]);
        w->camp_start[party][f] = w->camp_units[party][f] = floor(least(p->commit_share[k][party] * held, ready));
    }
}

static void open_campaign(World *w, const Params *p, int quarter, int k) {
    if (w->committed_quarter != quarter + 1) {
        for (int a = 0; a < ACTORS; a++) for (int f = 0; f < FORCES; f++) w->committed[a][f] = 0.0;
        w->committed_quarter = quarter + 1;
    }
    for (int party = 0; party < PARTIES; party++) {
        commit(w, p, k, party);
        lay_bases(w, p, k, party);
        w->camp_magazine[party] = p->magazine_days;
        w->camp_phase[party] = 0;
        w->camp_ordered[party] = 0.0;
    }
    for (int i = 0; i < 4; i++) {
        int f = FIGHTING[i];
        double first = ceil(w->camp_start[CHALLENGER][f] * p->opening_share[k]);
        w->camp_reserve[CHALLENGER][f] = w->camp_start[CHALLENGER][f] - first;
        w->camp_units[CHALLENGER][f] = first;
    }
    double here = forward_part(w, p, k);
    for (int f = 0; f < FORCES; f++) {
        double present = floor(w->camp_start[GUARANTOR][f] * here);
        w->camp_reserve[GUARANTOR][f] = w->camp_start[GUARANTOR][f] - present;
        w->camp_units[GUARANTOR][f] = present;
    }
    w->camp_lodgement = 0.0;
    w->camp_garrison = w->camp_units[TARGET][GROUND] * p->garrison_share[k];
    w->camp_units[TARGET][GROUND] -= w->camp_garrison;
    w->camp_day = w->camp_control = w->camp_leakers = w->camp_held_days = w->camp_sea_control = w->camp_supply = 0.0;
    w->camp_released = w->camp_over = 0;
    w->camp_stores = w->camp_ashore_days = 0.0;
    w->camp_force_in_being = w->last_force_in_being = 1.0;
}

static void reinforce(World *w, int party) {
    double share = w->camp_phase[party] == 0 ? 0.5 : 1.0;
    for (int f = 0; f < FORCES; f++) {
        double coming = ceil(w->camp_reserve[party][f] * share);
        w->camp_reserve[party][f] -= coming;
        w->camp_units[party][f] += coming;
    }
    w->camp_phase[party] += 1;
}

static void commit_more(World *w, const Params *p, int k) {
    if (w->camp_phase[CHALLENGER] >= w->camp_ceiling[CHALLENGER]) return;
    if (w->camp_standing == 1 && w->camp_ordered[CHALLENGER] <= 0.0) {
        int needed = w->camp_control < 0.5 || w->camp_sea_control < 0.5;
        if (w->camp_day > p->phase_pause && needed) w->camp_ordered[CHALLENGER] = w->camp_day;
        return;
    }
    if (w->camp_day - w->camp_ordered[CHALLENGER] >= p->phase_days[k]) {
        reinforce(w, CHALLENGER);
        if (w->camp_standing == 1) w->camp_ordered[CHALLENGER] = 0.0;
    }
}

static void arrivals(World *w, const Params *p, int k) {
    open_host_bases(w, p, k);
    if (w->camp_host_answers == 1 && takes_part(p, k, HOST) && w->struck[p->host[k]] > 0.0) w->camp_host_fire = 1;
    commit_more(w, p, k);
    if (w->camp_released == 0) {
        if (w->camp_day < w->camp_arrival) return;
        w->camp_released = 1;
        w->last_force_in_being = w->camp_force_in_being;
    }
    double transit = p->transit_first[k] - p->reinforcement_days * w->prepared_beyond;
    if (w->camp_phase[GUARANTOR] == 1) transit = most(p->transit_first[k], p->transit_second[k]);
    if (w->camp_phase[GUARANTOR] < w->camp_ceiling[GUARANTOR]
        && w->camp_day - most(w->camp_arrival, w->camp_ordered[GUARANTOR]) >= transit)
        reinforce(w, GUARANTOR);
}

static double force_in_being(const World *w, const Params *p) {
    double now = 0.0, start = 0.0;
    for (int i = 0; i < 4; i++) {
        now += p->fighting_weight[FIGHTING[i]] * w->camp_units[TARGET][FIGHTING[i]];
        start += p->fighting_weight[FIGHTING[i]] * w->camp_start[TARGET][FIGHTING[i]];
    }
    return least(1.0, ratio(now, start, 1.0));
}

/* --- posture */

static double doctrine_of(const World *w, const Params *p, int k, int party) {
    return actor_of(p, k, party) == p->ally ? clip(w->lever[DOCTRINE], 0.0, 1.0) : p->doctrine_other;
}

static double engaged_share(const World *w, const Params *p, int k, int party) {
    double ready = w->readiness[actor_of(p, k, party)];
    if (party == CHALLENGER) return p->engage_challenger * ready;
    if (party == GUARANTOR) return w->camp_released == 1 ? p->engage_guarantor * ready : 0.0;
    if (party == HOST && w->camp_host_fire == 0) return 0.0;
    if (w->camp_released == 1) return p->engage_forward * ready;
    double d = doctrine_of(w, p, k, party);
    return ((1.0 - d) * p->engage_forward + d * p->engage_denial) * ready;
}

static double exposed_share(const World *w, const Params *p, int k, int party) {
    if (party == CHALLENGER) return p->ground_share;
    double warned = p->ground_share * (1.0 - p->warning_effect * w->intelligence_level);
    if (party != GUARANTOR && w->camp_released == 0)
        return warned * (1.0 - doctrine_of(w, p, k, party) * p->rear_share);
    return warned;
}

static double fire_share(const World *w, const Params *p, int k, int party) {
    double worth = w->camp_magazine[party] > 0.0 ? 1.0 : p->magazine_floor;
    if (party == CHALLENGER) return worth;
    if (actor_of(p, k, party) == p->ally) worth *= 1.0 - p->role_loss * (1.0 - w->role_clarity);
    if (w->camp_released == 1)
        worth *= 1.0 - p->joint_friction * (1.0 - clip(w->lever[COMMAND_MODE], 0.0, 1.0)) * (1.0 - w->habit);
    return worth;
}

/* --- bases */

static double sites_of(const World *w, int party) { return w->camp_bases_open[party] + w->camp_bases_closed[party]; }

static void repair(World *w, const Params *p, Chance c) {
    for (int party = 0; party < PARTIES; party++) {
        double lacking = w->camp_tanker_short[party], closed = w->camp_bases_closed[party];
        if (lacking > 0.0) {
            double done = clip(ratio(1.0, p->repair_tanker, 1.0), 0.0, 1.0);
            w->camp_tanker_short[party] -= binomial(c, MISSILE_HITS, party * DRAWS + DRAW_LONG, lacking, done);
        }
        if (closed > 0.0) {
            double share = ratio(1.0, p->repair_fighter, 1.0);
            double opened = binomial(c, MISSILE_HITS, party * DRAWS + DRAW_REPAIR, closed, share);
            w->camp_bases_closed[party] -= opened;
            w->camp_bases_open[party] += opened;
            w->camp_tanker_short[party] += opened;
        }
    }
}

static int64_t bases_aimed_at(const World *w, const Params *p, int party, double shots) {
    double expected = shots * p->planned_leak * (1.0 - p->parking_aim);
    return (int64_t)clip(ratio(expected, p->runway_hits, 0.0), 1.0, most(1.0, w->camp_bases_open[party]));
}

static void close_bases(World *w, const Params *p, Chance c, int party, int64_t hits, int64_t aimed) {
    double cut = at_least(hits, 1.0 / aimed, p->runway_hits), open = w->camp_bases_open[party];
    double closed = least(binomial(c, MISSILE_HITS, party * DRAWS + DRAW_CLOSED, aimed, cut), open);
    double lacking = w->camp_tanker_short[party];
    if (closed > 0.0) {
        double among = binomial(c, MISSILE_HITS, party * DRAWS + DRAW_SHORT, closed, ratio(lacking, open, 0.0));
        open = w->camp_bases_open[party] -= closed;
        w->camp_bases_closed[party] += closed;
        lacking = w->camp_tanker_short[party] = least(lacking - least(among, lacking), open);
    }
    if (lacking >= open || cut >= 1.0) return;
    double shortened = ratio(at_least(hits, 1.0 / aimed, p->tanker_hits) - cut, 1.0 - cut, 0.0);
    double newly = clip(shortened, 0.0, 1.0) * (1.0 - ratio(lacking, open, 0.0));
    double more = binomial(c, MISSILE_HITS, CUT_SHORT + party, least((double)aimed - closed, open), newly);
    w->camp_tanker_short[party] = least(lacking + more, open);
}

static double parked_loss(double kill, double hits) { return 1.0 - power(1.0 - kill, hits); }

static void destroy_parked(World *w, const Params *p, Chance c, int k, int party, int64_t hits, int64_t aimed,
                           double sites, double exposed) {
    double at_risk = (double)(int64_t)(w->camp_units[party][AIR] * exposed * clip(aimed / sites, 0.0, 1.0));
    double share = p->shelter_share[actor_of(p, k, party)] * (1.0 - ratio(w->camp_sites_civil[party], sites, 0.0));
    double sheltered = (double)(int64_t)(at_risk * share), per_base = (double)hits / aimed;
    double in_open = parked_loss(p->parking_kill, per_base * (1.0 - share));
    double inside = parked_loss(ratio(p->shelter_kill, most(1.0, sheltered / aimed), 0.0), per_base * share);
    double lost = binomial(c, MISSILE_HITS, party * DRAWS + DRAW_OPEN_AIR, at_risk - sheltered, in_open);
    lost += binomial(c, MISSILE_HITS, party * DRAWS + DRAW_SHELTER, sheltered, inside);
    w->camp_units[party][AIR] -= lost;
    w->camp_parked_lost[party] += lost;
}

static void hit_bases(World *w, const Params *p, Chance c, int k, int party, int64_t leakers, int64_t aimed,
                      double exposed) {
    double sites = sites_of(w, party);
    if (leakers <= 0 || sites <= 0.0) return;
    int64_t at_aircraft = (int64_t)(leakers * p->parking_aim);
    close_bases(w, p, c, party, leakers - at_aircraft, aimed);
    destroy_parked(w, p, c, k, party, at_aircraft, aimed, sites, exposed);
}

/* --- missiles through layers, counterstrike */

static Shot barrage(Chance c, int slot, int index, int64_t missiles, int64_t stock, int64_t wanted, double track,
                    double kill) {
    int64_t fired = stock < wanted * missiles ? stock : wanted * missiles;
    if (missiles <= 0 || fired <= 0) return (Shot){missiles > 0 ? missiles : 0, 0};
    int64_t each = fired / missiles, richer = fired - each * missiles;
    Shot s = {binomial(c, slot, index, missiles - richer, 1.0 - track * (1.0 - power(1.0 - kill, each))), fired};
    if (richer > 0)
        s.leakers += binomial(c, slot, index + 1, richer, 1.0 - track * (1.0 - power(1.0 - kill, each + 1)));
    return s;
}

static Shot shoot_look_shoot(Chance c, int slot, int index, int64_t missiles, int64_t stock, int64_t wanted,
                             double track, double kill) {
    int64_t tracked = binomial(c, slot, index, missiles, track), first = (wanted + 1) / 2;
    Shot one = barrage(c, slot, index + 1, tracked, stock, first, 1.0, kill);
    Shot two = barrage(c, slot, index + 3, one.leakers, stock - one.fired, wanted - first, 1.0, kill);
    return (Shot){missiles - tracked + two.leakers, one.fired + two.fired};
}

static int partner_in_defence(const Params *p, int k, int party) {
    int ally = HOST;
    if (p->target[k] == p->ally) ally = TARGET;
    else if (p->host[k] != p->ally || p->host[k] == p->guarantor[k]) return party;
    return party == ally ? GUARANTOR : party == GUARANTOR ? ally : party;
}

static int64_t layer(World *w, const Params *p, Chance c, int k, int party, int force, int64_t missiles,
                     double covered) {
    int partner = partner_in_defence(p, k, party), upper = force == INTERCEPTOR_UPPER;
    double shared = 0.0;
    if (partner != party && w->camp_released == 1) shared = clip(w->lever[DEFENCE_ARCHITECTURE], 0.0, 1.0);
    double own = w->camp_units[party][force], lent = shared * w->camp_units[partner][force];
    int64_t ready = (int64_t)((own + lent) * p->ready_interceptors * clip(covered, 0.0, 1.0));
    double track = upper ? p->track_upper : p->track_lower, kill = upper ? p->kill_upper : p->kill_lower;
    int slot = upper ? MISSILE_LAYER_UPPER : MISSILE_LAYER_LOWER, luck = shared >= 0.5 && partner < party ? partner : party;
    double common = (1.0 - track) * p->track_common;
    if (ready <= 0 || missiles <= 0 || uniform(c, slot, TRACKING + luck) < common) return missiles;
    double alone = ratio(track, 1.0 - common, 0.0);
    int place = party * LAYER_DRAWS;
    Shot s = p->firing_policy == 0
        ? barrage(c, slot, place, missiles, ready, p->shots_per_missile, alone, kill)
        : shoot_look_shoot(c, slot, place, missiles, ready, p->shots_per_missile, alone, kill);
    double from_own = least(own, (double)(int64_t)(ratio(s.fired * own, own + lent, 0.0) + 0.5));
    w->camp_units[party][force] -= from_own;
    if (s.fired > from_own)
        w->camp_units[partner][force] = most(0.0, w->camp_units[partner][force] - (s.fired - from_own));
    return s.leakers;
}

static int strikes_guarantor(const World *w, int k) { return w->camp_plan == BASES_FIRST || w->rung[k] >= WIDENED_RUNG; }

static void attack(World *w, const Params *p, Chance c, int k, int party, double shots) {
    if (shots <= 0.0) return;
    int64_t aimed = bases_aimed_at(w, p, party, shots);
    int64_t left = binomial(c, MISSILE_HITS, FLIGHT + party, shots, p->missile_reliability);
    left = layer(w, p, c, k, party, INTERCEPTOR_UPPER, left, 1.0);
    left = layer(w, p, c, k, party, INTERCEPTOR_LOWER, left, ratio(aimed, sites_of(w, party), 1.0));
    w->camp_leakers += left;
    double in_host = 0.0;
    w->bases_struck[actor_of(p, k, party)] += left;
    if (party == GUARANTOR && p->host[k] >= 0) {
        in_host = left * clip(ratio(w->camp_host_bases, sites_of(w, GUARANTOR), 0.0), 0.0, 1.0);
        w->struck[p->host[k]] += in_host;
    }
    w->struck[actor_of(p, k, party)] += left - in_host;
    hit_bases(w, p, c, k, party, left, aimed, exposed_share(w, p, k, party));
}

static void missile_salvo(World *w, const Params *p, Chance c, int k) {
    double tempo = w->camp_plan == BASES_FIRST ? p->tempo_bases : w->camp_plan == BLOCKADE ? p->tempo_blockade
                                                                                          : p->tempo_seize;
    double missiles = w->camp_units[CHALLENGER][STRIKE];
    double shots = (double)(int64_t)least(missiles, tempo * w->camp_start[CHALLENGER][STRIKE] + 0.5);
    double on_t = w->camp_bases_open[TARGET], on_g = 0.0, on_h = 0.0;
    if (strikes_guarantor(w, k)) {
        on_g = w->camp_bases_open[GUARANTOR];
        on_h = w->camp_host_fire == 1 ? w->camp_bases_open[HOST] : 0.0;
    }
    double bases = on_t + on_g + on_h;
    if (shots <= 0.0 || bases <= 0.0) return;
    w->camp_units[CHALLENGER][STRIKE] = missiles - shots;
    double first = (double)(int64_t)(shots * on_t / bases + 0.5), third = (double)(int64_t)(shots * on_h / bases);
    attack(w, p, c, k, TARGET, first);
    attack(w, p, c, k, GUARANTOR, shots - first - third);
    attack(w, p, c, k, HOST, third);
}

static double counter_shots(const World *w, const Params *p, int party) {
    return least(w->camp_units[party][STRIKE], p->counter_tempo * w->camp_start[party][STRIKE]);
}

static double at_soil(const World *w, const Params *p, int k, int party) {
    return counter_shots(w, p, party) * (1.0 - p->counter_ships[k]);
}

static double fire_at_ships(World *w, const Params *p, int k, int party) {
    double shots = (double)(int64_t)(counter_shots(w, p, party) * p->counter_ships[k]);
    w->camp_units[party][STRIKE] -= shots;
    return shots;
}

static double missiles_at_ships(World *w, const Params *p, int k, int landing) {
    double afloat = w->camp_units[CHALLENGER][SURFACE];
    if (landing) afloat += w->camp_landing_ships[CHALLENGER];
    if (afloat < 1.0 || p->counter_ships[k] <= 0.0) return 0.0;
    double fired = fire_at_ships(w, p, k, TARGET);
    if (w->camp_released == 1) fired += fire_at_ships(w, p, k, GUARANTOR);
    if (w->camp_host_fire == 1 && takes_part(p, k, HOST)) fired += fire_at_ships(w, p, k, HOST);
    return fired * p->sea_seeker;
}

static double ships_risked(const World *w, const Params *p, int party, double engaged) {
    double ships = w->camp_units[party][SURFACE] * engaged;
    if ((party != GUARANTOR && party != HOST) || w->camp_units[CHALLENGER][STRIKE] < 1.0) return ships;
    return ships * (1.0 - p->ship_standoff);
}

static double counterstrike_allowed(const World *w, const Params *p, int k, int party) {
    if (party == HOST && w->camp_host_fire == 0) return 0.0;
    if (actor_of(p, k, party) != p->ally) return 1.0;
    return w->permit[k][COUNTERSTRIKE_MOVE] > 0 ? clip(w->lever[COUNTERSTRIKE], 0.0, 1.0) : 0.0;
}

static void counterstrike(World *w, const Params *p, Chance c, int k) {
    double from_t = (double)(int64_t)(at_soil(w, p, k, TARGET) * counterstrike_allowed(w, p, k, TARGET));
    double from_g = 0.0, from_h = 0.0;
    if (w->camp_released == 1
        && (p->homeland_sanctuary == 0 || p->missile_case[k] > 0.0 || strikes_guarantor(w, k)))
        from_g = (double)(int64_t)at_soil(w, p, k, GUARANTOR);
    if (takes_part(p, k, HOST))
        from_h = (double)(int64_t)(at_soil(w, p, k, HOST) * counterstrike_allowed(w, p, k, HOST));
    double flying = from_t + from_g + from_h;
    if (flying <= 0.0) return;
    w->camp_units[TARGET][STRIKE] -= from_t;
    w->camp_units[GUARANTOR][STRIKE] -= from_g;
    w->camp_units[HOST][STRIKE] -= from_h;
    int64_t left = binomial(c, MISSILE_HITS, FLIGHT + CHALLENGER, flying, p->missile_reliability);
    int64_t aimed = bases_aimed_at(w, p, CHALLENGER, flying * p->counter_bases);
    left = layer(w, p, c, k, CHALLENGER, INTERCEPTOR_LOWER, left, 1.0);
    int64_t at_bases = (int64_t)(left * p->counter_bases);
    hit_bases(w, p, c, k, CHALLENGER, at_bases, aimed, exposed_share(w, p, k, CHALLENGER));
    int64_t found = binomial(c, MISSILE_HITS, LAUNCHER, left - at_bases, p->counter_find);
    w->camp_units[CHALLENGER][STRIKE] = most(0.0, w->camp_units[CHALLENGER][STRIKE] - found * p->launcher_missiles);
}

/* --- attrition by rates */

static Pair square_step(double a, double b, double kill_a, double kill_b, double days) {
    if (a <= 0.0 || b <= 0.0) return (Pair){most(a, 0.0), most(b, 0.0)};
    if (kill_a <= 0.0 || kill_b <= 0.0)
        return (Pair){most(0.0, a - kill_b * b * days), most(0.0, b - kill_a * a * days)};
    double kept = kill_a * a * a - kill_b * b * b, rate = sqrt(kill_a * kill_b), end = INFINITY;
    Pair last = {0.0, 0.0};
    if (kept > 0.0) {
        double x = b / a * sqrt(kill_b / kill_a);
        last.a = sqrt(kept / kill_a);
        end = ratio(guarded_log((1.0 + x) / (1.0 - x)), 2.0 * rate, INFINITY);
    } else if (kept < 0.0) {
        double x = a / b * sqrt(kill_a / kill_b);
        last.b = sqrt(-kept / kill_b);
        end = ratio(guarded_log((1.0 + x) / (1.0 - x)), 2.0 * rate, INFINITY);
    }
    if (days >= end) return last;
    double up = guarded_exp(rate * days), down = guarded_exp(-(rate * days));
    double cosh_ = (up + down) / 2.0, sinh_ = (up - down) / 2.0, edge = sqrt(kill_b / kill_a);
    return (Pair){most(0.0, a * cosh_ - edge * b * sinh_), most(0.0, b * cosh_ - a / edge * sinh_)};
}

/* --- the day's exchange */

static Side side_of(const World *w, const Params *p, int k, int party, double engaged) {
    if (party == HOST && w->camp_host_fire == 0) return (Side){0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0};
    double ready = w->readiness[actor_of(p, k, party)], open = w->camp_bases_open[party], sites = sites_of(w, party);
    if (party == GUARANTOR && w->camp_released == 0) ready = 0.0;
    double on_open = w->camp_units[party][AIR] * ratio(open, sites, 0.0);
    double aircraft = least(on_open, open * p->aircraft_per_base) * engaged;
    double long_enough = ratio(open - w->camp_tanker_short[party], sites, 0.0);
    double fuel = 1.0 - p->tanker_need[k][party] * (1.0 - clip(long_enough, 0.0, 1.0));
    double civil = ratio(w->camp_sites_civil[party], sites, 0.0);
    return (Side){aircraft, aircraft * p->sortie_rate * fuel * (1.0 - p->dispersal_loss * civil),
                  ships_risked(w, p, party, engaged), w->camp_units[party][SUBMARINE] * ready,
                  w->camp_units[party][COASTAL_STRIKE] * ready, fire_share(w, p, k, party),
                  p->air_quality[actor_of(p, k, party)]};
}

static double value_of(const World *w, const Params *p, int party, const Side *s) {
    double value = s->sorties * p->fighting_weight[AIR];
    value += least(s->ships, w->camp_units[party][SURFACE]) * p->fighting_weight[SURFACE];
    value += least(s->boats, w->camp_units[party][SUBMARINE]) * p->fighting_weight[SUBMARINE];
    value += least(s->batteries, w->camp_units[party][COASTAL_STRIKE]) * p->fighting_weight[COASTAL_STRIKE];
    return value * s->fire;
}

static double balance_of(const World *w, const Params *p, const Side *s) {
    double mine = value_of(w, p, CHALLENGER, &s[CHALLENGER]), theirs = value_of(w, p, TARGET, &s[TARGET]);
    theirs = theirs + value_of(w, p, GUARANTOR, &s[GUARANTOR]) + value_of(w, p, HOST, &s[HOST]);
    return ratio(mine, mine + theirs, 0.0);
}

static double missiles_of(const Params *p, const Side *s) {
    double at_ships = s->sorties * (1.0 - p->air_superiority_share);
    return (s->ships * p->surface_salvo + at_ships * p->air_salvo + s->batteries * p->coastal_salvo) * s->fire;
}

static Volley together(const Params *p, const Side *s, double at_ships) {
    const Side *t = &s[TARGET], *g = &s[GUARANTOR], *h = &s[HOST];
    double aircraft = t->aircraft + g->aircraft + h->aircraft;
    double worth = t->fire * t->quality * t->aircraft + g->fire * g->quality * g->aircraft
                 + h->fire * h->quality * h->aircraft;
    return (Volley){aircraft, t->sorties + g->sorties + h->sorties, t->ships + g->ships + h->ships,
                    t->boats + g->boats + h->boats, t->batteries + g->batteries + h->batteries,
                    missiles_of(p, t) + missiles_of(p, g) + missiles_of(p, h) + at_ships, ratio(worth, aircraft, 0.0)};
}

static Pair air_losses(const Params *p, Chance ch, const Side *c, const Volley *d) {
    double worth_c = c->fire * c->quality;
    double from_ground = least(c->aircraft, d->batteries * p->coastal_air);
    from_ground = binomial(ch, SALVO_AIR, 2, from_ground, p->air_kill);
    if (p->attrition_theory == 1) {
        Pair left = square_step(c->aircraft, d->aircraft, p->attrition_air * worth_c, p->attrition_air * d->worth, 1.0);
        return (Pair){least(c->aircraft, c->aircraft - left.a + from_ground), d->aircraft - left.b};
    }
    double shots_c = least(c->sorties * p->air_superiority_share, d->aircraft) * p->air_shots;
    double shots_d = least(d->sorties * p->air_superiority_share, c->aircraft) * p->air_shots;
    double killed_d = binomial(ch, SALVO_AIR, 0, shots_c, clip(p->air_kill * worth_c, 0.0, 1.0));
    double killed_c = binomial(ch, SALVO_AIR, 1, shots_d, clip(p->air_kill * d->worth, 0.0, 1.0));
    return (Pair){least(c->aircraft, killed_c + from_ground), least(d->aircraft, killed_d)};
}

static double salvo_hits(const Params *p, Chance c, int place, double missiles, double ships, double escorts) {
    if (ships <= 0.0) return 0.0;
    int64_t aimed = binomial(c, SALVO_SEA, place, missiles, p->ship_aim);
    int64_t stopped = binomial(c, SALVO_SEA, place + 1, escorts * p->ship_defence, p->ship_kill);
    return aimed > stopped ? (double)(aimed - stopped) : 0.0;
}

static int lands_by_sea(const World *w, const Params *p, int k) {
    if (w->camp_plan == BLOCKADE || p->blockade_case[k] > 0.0 || p->crossing[k] <= 0.0) return 0;
    return w->camp_plan != BASES_FIRST || w->camp_day > p->landing_delay;
}

static Pair sea_losses(World *w, const Params *p, Chance ch, int k, const Side *c, const Volley *d) {
    double on_c = d->missiles, on_d = missiles_of(p, c), torpedoes = d->boats * p->submarine_salvo;
    double exposed = lands_by_sea(w, p, k) ? w->camp_landing_ships[CHALLENGER] * p->landing_exposed : 0.0;
    double aim = exposed >= 1.0 ? p->landing_aim : 0.0;
    double deep_c = binomial(ch, SALVO_SUBMARINE, 0, torpedoes * (1.0 - aim), p->torpedo_hit);
    double deep_d = binomial(ch, SALVO_SUBMARINE, 1, c->boats * p->submarine_salvo, p->torpedo_hit);
    double hits_c, hits_d;
    if (aim > 0.0) {
        double deep = binomial(ch, SALVO_SUBMARINE, 14, torpedoes * aim, p->torpedo_hit);
        double hits = salvo_hits(p, ch, 4, on_c * aim, exposed, c->ships * aim) + deep;
        double lost = least(exposed, ratio(hits, p->ship_staying, 0.0));
        w->camp_landing_ships[CHALLENGER] -= lost;
        w->camp_landing_lost[CHALLENGER] += lost;
    }
    if (p->attrition_theory == 1) {
        double fire_c = ratio(on_d, p->surface_salvo, 0.0), fire_d = ratio(on_c * (1.0 - aim), p->surface_salvo, 0.0);
        Pair left = square_step(fire_c, fire_d, p->attrition_sea, p->attrition_sea, 1.0);
        hits_c = c->ships * p->ship_staying * (1.0 - ratio(left.a, fire_c, 1.0));
        hits_d = d->ships * p->ship_staying * (1.0 - ratio(left.b, fire_d, 1.0));
    } else {
        hits_c = salvo_hits(p, ch, 0, on_c * (1.0 - aim), c->ships, c->ships * (1.0 - aim));
        hits_d = salvo_hits(p, ch, 2, on_d, d->ships, d->ships);
    }
    return (Pair){least(c->ships, ratio(hits_c + deep_c, p->ship_staying, 0.0)),
                  least(d->ships, ratio(hits_d + deep_d, p->ship_staying, 0.0))};
}

static void find(World *w, Chance c, int party, const Side *s, double boat_loss, double battery_loss) {
    w->camp_units[party][SUBMARINE] -= binomial(c, SALVO_SUBMARINE, 2 + party, s->boats, boat_loss);
    w->camp_units[party][COASTAL_STRIKE] -= binomial(c, SALVO_SUBMARINE, 8 + party, s->batteries, battery_loss);
}

static void hunt(World *w, const Params *p, Chance ch, const Side *s, double balance) {
    double left = w->camp_units[TARGET][SURFACE], came = w->camp_start[TARGET][SURFACE];
    if (w->camp_released == 1) {
        left += w->camp_units[GUARANTOR][SURFACE];
        came += w->camp_start[GUARANTOR][SURFACE] - w->camp_reserve[GUARANTOR][SURFACE];
    }
    if (w->camp_host_fire == 1) { left += w->camp_units[HOST][SURFACE]; came += w->camp_start[HOST][SURFACE]; }
    double afloat = w->camp_start[CHALLENGER][SURFACE] - w->camp_reserve[CHALLENGER][SURFACE];
    double by_c = p->submarine_loss * ratio(w->camp_units[CHALLENGER][SURFACE], afloat, 0.0);
    double by_d = p->submarine_loss * ratio(left, came, 0.0), above = p->coastal_loss * balance;
    find(w, ch, CHALLENGER, &s[CHALLENGER], by_d, p->coastal_loss - above);
    find(w, ch, TARGET, &s[TARGET], by_c, above);
    find(w, ch, GUARANTOR, &s[GUARANTOR], by_c, above);
    find(w, ch, HOST, &s[HOST], by_c, above);
}

static void take(World *w, int force, Pair lost, double target_part, double host_part) {
    double of_target = lost.b * target_part, of_host = lost.b * host_part;
    w->camp_units[CHALLENGER][force] = most(0.0, w->camp_units[CHALLENGER][force] - lost.a);
    w->camp_units[TARGET][force] = most(0.0, w->camp_units[TARGET][force] - of_target);
    w->camp_units[GUARANTOR][force] = most(0.0, w->camp_units[GUARANTOR][force] - (lost.b - of_target - of_host));
    w->camp_units[HOST][force] = most(0.0, w->camp_units[HOST][force] - of_host);
}

static void exchange(World *w, const Params *p, Chance c, int k) {
    double engaged[PARTIES];
    Side s[PARTIES];
    for (int party = 0; party < PARTIES; party++) {
        engaged[party] = party == HOST && w->camp_host_fire == 0 ? 0.0 : engaged_share(w, p, k, party);
        s[party] = side_of(w, p, k, party, engaged[party]);
    }
    Volley d = together(p, s, missiles_at_ships(w, p, k, lands_by_sea(w, p, k)));
    Pair air = air_losses(p, c, &s[CHALLENGER], &d), sea = sea_losses(w, p, c, k, &s[CHALLENGER], &d);
    hunt(w, p, c, s, balance_of(w, p, s));
    take(w, AIR, air, ratio(s[TARGET].aircraft, d.aircraft, 0.0), ratio(s[HOST].aircraft, d.aircraft, 0.0));
    take(w, SURFACE, sea, ratio(s[TARGET].ships, d.ships, 0.0), ratio(s[HOST].ships, d.ships, 0.0));
    for (int party = 0; party < PARTIES; party++)
        w->camp_magazine[party] = most(0.0, w->camp_magazine[party] - engaged[party]);
    w->camp_sea_control = balance_of(w, p, s);
}

/* --- the objective, and when it is over */

static int no_landing(const World *w, const Params *p, int k) { return w->camp_plan == BLOCKADE || p->blockade_case[k] > 0.0; }

static void landing(World *w, const Params *p, Chance c, int k) {
    if (no_landing(w, p, k) || (w->camp_plan == BASES_FIRST && w->camp_day <= p->landing_delay)) return;
    double ground = w->camp_units[CHALLENGER][GROUND], crossing = p->crossing[k];
    double lift = crossing * w->camp_landing_ships[CHALLENGER] * p->lift_per_ship
                + p->air_landed[k] * w->camp_sea_control;
    lift = (lift + (1.0 - crossing) * ground * p->overland_rate) * w->readiness[actor_of(p, k, CHALLENGER)];
    double wanted = least(lift, p->lodgement_room[k] - w->camp_lodgement) + uniform(c, LANDING, 0);
    double sent = least((double)(int64_t)most(0.0, wanted), ground);
    double lost = binomial(c, LANDING, 1, sent, p->landing_risk * crossing * (1.0 - w->camp_sea_control));
    w->camp_units[CHALLENGER][GROUND] = ground - sent;
    if (sent > lost) {
        if (w->camp_lodgement <= 0.0) { w->camp_stores = p->stores_days; w->camp_ashore_days = 0.0; }
        w->camp_lodgement += sent - lost;
    }
}

static void reinforce_overland(World *w, const Params *p, int k) {
    double way = (1.0 - p->target_crossing[k]) * (1.0 - p->interdiction * w->camp_sea_control);
    double coming = w->camp_units[TARGET][GROUND] * p->counter_lift * way;
    coming = clip(coming, 0.0, most(0.0, p->lodgement_room[k] - w->camp_garrison));
    w->camp_units[TARGET][GROUND] -= coming;
    w->camp_garrison += coming;
}

static double lift_of(const World *w, const Params *p, int k, int party) {
    return w->camp_landing_ships[party] * w->readiness[actor_of(p, k, party)];
}

static void recapture(World *w, const Params *p, Chance c, int k) {
    if (w->camp_recapture == 0 || p->target_crossing[k] <= 0.0 || w->camp_sea_control > p->recapture_balance) return;
    if (w->camp_released == 0 && doctrine_of(w, p, k, TARGET) >= 0.5) return;
    double ships = lift_of(w, p, k, TARGET), ground = w->camp_units[TARGET][GROUND];
    if (w->camp_released == 1) ships += lift_of(w, p, k, GUARANTOR);
    if (w->camp_host_fire == 1) ships += lift_of(w, p, k, HOST);
    double wanted = least(ships * p->lift_per_ship, p->lodgement_room[k] - w->camp_garrison);
    double sent = least((double)(int64_t)(most(0.0, wanted) + uniform(c, LANDING, 2)), ground);
    double lost = binomial(c, LANDING, 3, sent, p->landing_risk * w->camp_sea_control);
    w->camp_units[TARGET][GROUND] = ground - sent;
    w->camp_garrison += sent - lost;
}

static void ground_battle(World *w, const Params *p, Chance c, int k) {
    w->camp_supply = 1.0 - p->crossing[k] * (1.0 - w->camp_sea_control);
    if (w->camp_lodgement <= 0.0) return;
    w->camp_stores += w->camp_supply * (1.0 + p->supply_surplus) - 1.0;
    if (w->camp_stores < 0.0) w->camp_lodgement *= 1.0 - p->supply_decay * (1.0 - w->camp_supply);
    w->camp_stores = clip(w->camp_stores, 0.0, p->stores_days);
    reinforce_overland(w, p, k);
    recapture(w, p, c, k);
    double across = p->target_crossing[k], s = w->camp_sea_control;
    double engaged = least(w->camp_garrison, p->front_width * w->camp_lodgement);
    double dug = ratio(w->camp_ashore_days, w->camp_ashore_days + p->dig_days, 0.0);
    double kill_c = p->ground_loss * (1.0 + p->fire_support * most(0.0, 2.0 * s - 1.0)) * (1.0 + across * p->dig_in * dug);
    double edge = 1.0 + (p->defender_edge - 1.0) * (1.0 - across);
    double kill_t = p->ground_loss * (1.0 + p->fire_support * most(0.0, 1.0 - 2.0 * s)) * edge;
    Pair left = square_step(w->camp_lodgement, engaged, kill_c, kill_t, 1.0);
    w->camp_lodgement = left.a;
    w->camp_garrison -= engaged - left.b;
    w->camp_ashore_days = left.a > 0.0 ? w->camp_ashore_days + 1.0 : 0.0;
}

static void control(World *w, const Params *p, int k) {
    double ashore = w->camp_lodgement;
    double goal = ratio(ashore, ashore + w->camp_garrison + p->hold_strength[k], 0.0), speed = p->control_speed;
    if (no_landing(w, p, k)) { goal = p->blockade_yield * w->camp_sea_control; speed = p->blockade_speed; }
    w->camp_control = clip(approach(w->camp_control, goal, speed), 0.0, 1.0);
}

static int culminated(const World *w, const Params *p, int k) {
    double share = p->culmination_share;
    int more = w->camp_phase[CHALLENGER] < w->camp_ceiling[CHALLENGER];
    double came = w->camp_start[CHALLENGER][SURFACE] - w->camp_reserve[CHALLENGER][SURFACE];
    int ships_gone = w->camp_units[CHALLENGER][SURFACE] <= share * came && !more;
    if (p->missile_case[k] > 0.0) return w->camp_units[CHALLENGER][STRIKE] < 1.0;
    if (no_landing(w, p, k)) return ships_gone;
    double ground = w->camp_units[CHALLENGER][GROUND] + w->camp_lodgement;
    double brought = w->camp_landing_ships[CHALLENGER] + w->camp_landing_lost[CHALLENGER];
    int no_lift = w->camp_landing_ships[CHALLENGER] <= share * brought || ships_gone;
    int spent = ground <= share * w->camp_start[CHALLENGER][GROUND] || (p->crossing[k] > 0.0 && no_lift);
    return spent && 2.0 * w->camp_lodgement <= p->hold_strength[k];
}

static void stop(World *w, const Params *p, int k) {
    w->camp_held_days = w->camp_control >= p->hold_control ? w->camp_held_days + 1.0 : 0.0;
    int help = w->camp_released == 0 ? w->camp_arrival <= p->campaign_horizon : w->camp_phase[GUARANTOR] < w->camp_ceiling[GUARANTOR];
    int besieged = w->camp_released == 1 && w->camp_sea_control < 0.5;
    if (w->camp_held_days >= p->hold_days && !help && !besieged) w->camp_over = HELD;
    if (culminated(w, p, k)) w->camp_over = CULMINATED;
}

static double cyber_of(const World *w, const Params *p, int k, int party) {
    return w->camp_units[party][ISR_CYBER] * w->readiness[actor_of(p, k, party)];
}

static void one_day(World *w, const Params *p, Chance c, int k) {
    arrivals(w, p, k);
    if (p->cyber_case[k] > 0.0) {
        double mine = cyber_of(w, p, k, CHALLENGER), theirs = cyber_of(w, p, k, TARGET);
        if (w->camp_released == 1) theirs += cyber_of(w, p, k, GUARANTOR);
        w->camp_control = clip(approach(w->camp_control, ratio(mine, mine + theirs, 0.0), p->control_speed), 0.0, 1.0);
        return;
    }
    repair(w, p, c);
    missile_salvo(w, p, c, k);
    counterstrike(w, p, c, k);
    if (p->missile_case[k] > 0.0) {
        double goal = ratio(w->camp_leakers, w->camp_leakers + p->coercion_leakers, 0.0);
        w->camp_control = clip(approach(w->camp_control, goal, p->control_speed), 0.0, 1.0);
    } else {
        exchange(w, p, c, k);
        landing(w, p, c, k);
        ground_battle(w, p, c, k);
        control(w, p, k);
    }
    w->camp_force_in_being = force_in_being(w, p);
    stop(w, p, k);
}

/* Fight every world's campaign in contingency k for at most `days` days, future number = place of the world. */
void campaigns(World *worlds, const Params *params, int64_t count, int64_t k, int64_t days, int64_t seed) {
    for (int i = 0; i <= BLOCK; i++) RECIPROCAL[i] = 1.0 / (i + 1);
    for (int64_t n = 0; n < count; n++) {
        World *w = &worlds[n];
        const Params *p = &params[n];
        open_campaign(w, p, 0, (int)k);
        while (w->camp_day < days && w->camp_over == GOES_ON) {
            w->camp_day += 1.0;
            Chance c = {(uint32_t)seed, (uint32_t)n, (uint32_t)(k * CONTINGENCY_STRIDE + DAY_STEP + (int64_t)w->camp_day)};
            one_day(w, p, c, (int)k);
        }
    }
}
