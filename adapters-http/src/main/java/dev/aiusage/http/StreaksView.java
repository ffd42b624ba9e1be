package dev.aiusage.http;

import dev.aiusage.domain.dashboard.Streaks;

record StreaksView(int currentDays, int longestDays) {

    static StreaksView of(Streaks streaks) {
        return new StreaksView(streaks.current(), streaks.longest());
    }
}
