package eu.mieux.knowledge.channel;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Writing down how far the channels reached, and correcting it. */
@ApplicationScoped
class Measuring {

    private final ChannelStatistics statistics;
    private final EventLog events;
    private final CodeLists codes;

    Measuring(ChannelStatistics statistics, EventLog events, CodeLists codes) {
        this.statistics = statistics;
        this.events = events;
        this.codes = codes;
    }

    @Transactional
    ChannelStatistic record(ChannelStatisticCommands.Measurement command) {
        new InvalidFields.Check()
                .that(
                        codes.list("channels").contains(command.channel()),
                        "/channel",
                        "\"%s\" is not a code of the list channels.".formatted(command.channel()))
                .that(
                        codes.list("channel-metrics").contains(command.metric()),
                        "/metric",
                        "\"%s\" is not a code of the list channel-metrics.".formatted(command.metric()))
                .orRefuse();
        ChannelStatistic.Subject subject = command.subject();
        if (statistics.has(subject)) {
            throw new ChannelStatisticExists(subject);
        }
        ChannelStatistic statistic = ChannelStatistic.recorded(subject, new DecimalText(command.value()), null);
        statistics.persistAndFlush(statistic);
        events.append(statistic, new ChannelStatisticEvent.ChannelStatisticRecorded());
        return statistic;
    }

    @Transactional
    ChannelStatistic amend(String idOrKey, @Nullable String ifMatch, ChannelStatisticCommands.Amend command) {
        ChannelStatistic statistic = statistics.getForChange(idOrKey);
        ETags.require(ifMatch, statistic);
        statistic
                .amend(new DecimalText(command.value()), statistic.publicState().provenance())
                .ifPresent(event -> events.append(statistic, event));
        return statistic;
    }

    static final class ChannelStatisticExists extends Refusal {
        ChannelStatisticExists(ChannelStatistic.Subject subject) {
            super(
                    Kind.ILLEGAL_STEP,
                    "There is a statistic %1$s already: correct it with PUT /api/v1/channel-statistics/%1$s."
                            .formatted(subject.key()));
        }
    }
}
