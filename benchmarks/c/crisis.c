/* The thinking of src/kaname/model/crisis (solve.py, thinking.py), written again by hand in C: the yardstick of its speed.

   One picture at a time: theories of every type of every other side by logit backward induction, Bayes along the
   history, own play backward. Payoffs, gates, precision and priors of each picture are laid out beforehand. Every line
   follows the Python of the same name, so that both must come to the same odds and values. Not part of the product. */

#include <math.h>
#include <stdint.h>
#include <string.h>
#include "columns.h"

enum { MOST = 160, ROLES = 4, POINTS = 3, LAWS = 2, TYPES = POINTS * LAWS };
enum { BARRED, FREE, CONTESTED };
enum { CAREFUL, PLAIN, DEAD };

typedef struct {
    double flat[ROLES][MOST], keen[ROLES][MOST], gate[MOST], own_gate[MOST];
    double resolve[ROLES], law[ROLES], prior[ROLES][POINTS], grid[POINTS], own, precision;
} Picture;

typedef struct { double odds[MOST], value[MOST]; } Rule;

typedef struct {
    double odds[MOST], value[ROLES][MOST], reach[MOST], seen[ROLES][MOST];
    int mark[MOST];
} Room;

typedef const int64_t (*Tree)[COLUMNS];

static double guarded_exp(double x) { return exp(x < -700.0 ? -700.0 : x > 700.0 ? 700.0 : x); }
static double guarded_log(double x) { return log(x < 1e-300 ? 1e-300 : x); }

static int best_of(const double *gate, const double *value, int first, int last, double *best) {
    int found = 0, contested = 0;
    *best = 0.0;
    for (int c = first; c < last; c++) {
        if (gate[c] == BARRED) continue;
        *best = !found || value[c] > *best ? value[c] : *best;
        found = 1;
        contested |= gate[c] == CONTESTED;
    }
    return contested;
}

static void nested_weights(Tree tree, const double *gate, const double *value, double *odds, int first, int last,
                           double precision, double nest) {
    double inner = precision * nest, top;
    best_of(gate, value, first, last, &top);
    for (int start = first, stop; start < last; start = stop) {
        double best = 0.0, count = 0.0, total = 0.0;
        for (stop = start; stop < last && tree[stop][RUNG] == tree[start][RUNG]; stop++)
            if (gate[stop] != BARRED) { best = count == 0.0 || value[stop] > best ? value[stop] : best; count += 1.0; }
        for (int c = start; c < stop; c++) {
            odds[c] = gate[c] != BARRED ? guarded_exp(inner * (value[c] - best)) : 0.0;
            total += odds[c];
        }
        if (count == 0.0) continue;
        double worth = best + (inner > 0.0 ? guarded_log(total / count) / inner : 0.0);
        double weight = guarded_exp(precision * (worth - top)) / total;
        for (int c = start; c < stop; c++) odds[c] *= weight;
    }
}

static void move_odds(Tree tree, int n, const double *gate, const double *value, double *odds, double permits,
                      double precision, double nest) {
    int first = (int)tree[n][FIRST], last = first + (int)tree[n][CHILDREN];
    double best, total = 0.0, lawful = 0.0;
    if (!best_of(gate, value, first, last, &best)) permits = 1.0;
    if (tree[n][NESTED] == 1) nested_weights(tree, gate, value, odds, first, last, precision, nest);
    else
        for (int c = first; c < last; c++)
            odds[c] = gate[c] == BARRED ? 0.0 : guarded_exp(precision * (value[c] - best));
    for (int c = first; c < last; c++) {
        total += odds[c];
        if (gate[c] != CONTESTED) lawful += odds[c];
    }
    double with_law = permits / total, without = permits < 1.0 ? (1.0 - permits) / lawful : 0.0;
    for (int c = first; c < last; c++) odds[c] *= gate[c] == CONTESTED ? with_law : with_law + without;
}

static void logit(double *odds, const double *value, int first, int last, double precision) {
    double best = value[first], total = 0.0;
    for (int c = first + 1; c < last; c++) best = value[c] > best ? value[c] : best;
    for (int c = first; c < last; c++) {
        double behind = value[c] - best;
        odds[c] = behind < 0.0 ? guarded_exp(precision * behind) : 1.0;
        total += odds[c];
    }
    double each = 1.0 / total;
    for (int c = first; c < last; c++) odds[c] *= each;
}

static void backward(Tree tree, int nodes, const Picture *p, Room *room, const double *resolve, const double *law,
                     double precision, double nest) {
    int asked = ASKED, fourth = asked == ROLES;
    for (int r = 0; r < asked; r++)
        for (int n = 0; n < nodes; n++) room->value[r][n] = p->flat[r][n] + resolve[r] * p->keen[r][n];
    for (int n = nodes - 1; n >= 0; n--) {
        int count = (int)tree[n][CHILDREN], first = (int)tree[n][FIRST], owner = (int)tree[n][OWNER];
        if (count == 0 || room->mark[n] == DEAD) continue;
        if (room->mark[n] == PLAIN) logit(room->odds, room->value[owner], first, first + count, precision);
        else move_odds(tree, n, p->gate, room->value[owner], room->odds, law[owner], precision, nest);
        double v[ROLES] = {0.0, 0.0, 0.0, 0.0};
        for (int c = first; c < first + count; c++) {
            double odds = room->odds[c];
            v[0] += odds * room->value[0][c];
            v[1] += odds * room->value[1][c];
            v[2] += odds * room->value[2][c];
            if (fourth) v[3] += odds * room->value[3][c];
        }
        for (int r = 0; r < asked; r++) room->value[r][n] = v[r];
    }
}

static void follow(Tree tree, int nodes, Room *room, int other, double prior) {
    room->reach[0] = prior;
    for (int n = 0; n < nodes; n++) {
        double reach = room->reach[n];
        room->seen[other][n] += reach;
        int first = (int)tree[n][FIRST], last = first + (int)tree[n][CHILDREN], moves = tree[n][OWNER] == other;
        for (int c = first; c < last; c++) room->reach[c] = moves ? reach * room->odds[c] : reach;
    }
}

static int is_contested(Tree tree, int nodes, const double *gate, int other) {
    for (int n = 0; n < nodes; n++)
        if (tree[n][CHILDREN] > 0 && tree[n][OWNER] == other)
            for (int c = (int)tree[n][FIRST]; c < tree[n][FIRST] + tree[n][CHILDREN]; c++)
                if (gate[c] == CONTESTED) return 1;
    return 0;
}

static void theories_of(Tree tree, int nodes, const Picture *p, Room *room, int other, double precision, double nest) {
    int contested = is_contested(tree, nodes, p->gate, other);
    memset(room->seen[other], 0, sizeof room->seen[other]);
    for (int t = 0; t < TYPES; t++) {
        double prior = p->prior[other][t / LAWS], resolve[ROLES], law[ROLES];
        if (contested) prior *= t % LAWS == 1 ? p->law[other] : 1.0 - p->law[other];
        else if (t % LAWS == 0) continue;
        if (prior <= 0.0) continue;
        memcpy(resolve, p->resolve, sizeof resolve);
        memcpy(law, p->law, sizeof law);
        resolve[other] = p->grid[t / LAWS];
        if (contested) law[other] = (double)(t % LAWS);
        backward(tree, nodes, p, room, resolve, law, precision, nest);
        follow(tree, nodes, room, other, prior);
    }
}

static void own_play(Tree tree, int nodes, const Picture *p, Room *room, int role, Rule *rule, double precision,
                     double nest) {
    for (int n = nodes - 1; n >= 0; n--) {
        int count = (int)tree[n][CHILDREN], first = (int)tree[n][FIRST], owner = (int)tree[n][OWNER];
        if (count == 0) { rule->value[n] = p->flat[role][n] + p->own * p->keen[role][n]; continue; }
        if (owner == role) move_odds(tree, n, p->own_gate, rule->value, rule->odds, 1.0, precision, nest);
        double total = 0.0;
        for (int c = first; c < first + count; c++) {
            if (owner != role) {
                double whole = room->seen[owner][n];
                rule->odds[c] = whole == 0.0 ? 1.0 / count : room->seen[owner][c] / whole;
            }
            total += rule->odds[c] * rule->value[c];
        }
        rule->value[n] = total;
    }
}

/* Think `count` rounds through: each of `roles` sides of each round, from its own picture. */
void rounds(const int64_t *laid, int64_t nodes, const Picture *pictures, Rule *rules, int64_t count, int64_t roles,
            const double *nest) {
    Tree tree = (Tree)laid;
    static Room room;
    for (int64_t i = 0; i < count; i++)
        for (int role = 0; role < roles; role++) {
            const Picture *p = pictures + i * roles + role;
            room.mark[0] = CAREFUL;
            for (int n = 0; n < nodes; n++) {
                int plain = tree[n][NESTED] == 0, dead = room.mark[n] == DEAD;
                for (int c = (int)tree[n][FIRST]; c < tree[n][FIRST] + tree[n][CHILDREN]; c++) {
                    plain = plain && p->gate[c] == FREE;
                    room.mark[c] = dead || p->gate[c] == BARRED ? DEAD : CAREFUL;
                }
                if (plain && !dead) room.mark[n] = PLAIN;
            }
            for (int other = 0; other < roles; other++)
                if (other != role) theories_of(tree, (int)nodes, p, &room, other, p->precision, nest[i]);
            own_play(tree, (int)nodes, p, &room, role, rules + i * roles + role, p->precision, nest[i]);
        }
}
