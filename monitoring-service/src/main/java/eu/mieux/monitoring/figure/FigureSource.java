package eu.mieux.monitoring.figure;

import java.util.Locale;

/** The statements that figures are computed from, one for each kind of fact; a figure needs one or two of them. */
enum FigureSource {
    REQUESTS,
    ACTIONS,
    RESPONSES,
    ACTIVITIES,
    BENEFICIARIES,
    EXPERTS,
    ROSTER,
    SATISFACTION,
    DELIVERABLES,
    PUBLICATIONS,
    MEDIA,
    CHANNELS,
    TRAVEL,
    TRAVELLERS,
    OFFSETS;

    String statement() {
        return "figures/report/" + name().toLowerCase(Locale.ROOT) + ".sql";
    }
}
