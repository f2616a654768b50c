package eu.mieux.expert.deployment;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What deployments can be sorted by. */
enum DeploymentSort implements Sortable<DeploymentView> {
    ID,
    EXPERT_KEY,
    ACTION_CODE,
    STARTS_ON,
    ENDS_ON;

    @Override
    public SortKey<DeploymentView> key() {
        return switch (this) {
            case ID -> SortKey.id("d.id", DeploymentView::id);
            case EXPERT_KEY -> SortKey.text("d.expert_key", DeploymentView::expertKey);
            case ACTION_CODE -> SortKey.text("d.action_code", DeploymentView::actionCode);
            case STARTS_ON -> SortKey.day("d.starts_on", DeploymentView::startsOn);
            case ENDS_ON -> SortKey.day("d.ends_on", DeploymentView::endsOn);
        };
    }
}
