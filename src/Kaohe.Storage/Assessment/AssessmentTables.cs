using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Indicators;
using Kaohe.Storage.Assessment.Rectifications;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Tallies;
using Kaohe.Storage.Assessment.Units;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Storage.Assessment;

/// <summary>The tables of the assessment.</summary>
public static class AssessmentTables
{
    extension(KaoheDb db)
    {
        /// <summary>Years.</summary>
        public DbSet<CycleRow> Cycles => db.Set<CycleRow>();

        /// <summary>Versions of schemes.</summary>
        public DbSet<SchemeRow> Schemes => db.Set<SchemeRow>();

        /// <summary>考核组 by year.</summary>
        public DbSet<TeamRow> Teams => db.Set<TeamRow>();

        /// <summary>Assessed units.</summary>
        public DbSet<UnitRow> Units => db.Set<UnitRow>();

        /// <summary>Officials.</summary>
        public DbSet<OfficialRow> Officials => db.Set<OfficialRow>();

        /// <summary>Indicator trees by year.</summary>
        public DbSet<IndicatorTreeRow> IndicatorTrees => db.Set<IndicatorTreeRow>();

        /// <summary>Targets.</summary>
        public DbSet<TargetRow> Targets => db.Set<TargetRow>();

        /// <summary>Readings.</summary>
        public DbSet<ReadingRow> Readings => db.Set<ReadingRow>();

        /// <summary>Tally sheets.</summary>
        public DbSet<TallyRow> Tallies => db.Set<TallyRow>();

        /// <summary>加减分.</summary>
        public DbSet<AdjustmentRow> Adjustments => db.Set<AdjustmentRow>();

        /// <summary>一票否决.</summary>
        public DbSet<VetoRow> Vetoes => db.Set<VetoRow>();

        /// <summary>Decisions where a floor was not reached.</summary>
        public DbSet<FloorDecisionRow> FloorDecisions => db.Set<FloorDecisionRow>();

        /// <summary>免考.</summary>
        public DbSet<ExemptionRow> Exemptions => db.Set<ExemptionRow>();

        /// <summary>Computed scores.</summary>
        public DbSet<ScoreRow> Scores => db.Set<ScoreRow>();

        /// <summary>等次建议.</summary>
        public DbSet<GradeProposalRow> GradeProposals => db.Set<GradeProposalRow>();

        /// <summary>等次决定.</summary>
        public DbSet<GradeDecisionRow> GradeDecisions => db.Set<GradeDecisionRow>();

        /// <summary>What follows from results.</summary>
        public DbSet<ConsequenceRow> Consequences => db.Set<ConsequenceRow>();

        /// <summary>整改.</summary>
        public DbSet<RectificationRow> Rectifications => db.Set<RectificationRow>();

        /// <summary>诫勉谈话.</summary>
        public DbSet<AdmonitionRow> Admonitions => db.Set<AdmonitionRow>();

        /// <summary>Grades of units over the years.</summary>
        public DbSet<UnitGradeRow> UnitGrades => db.Set<UnitGradeRow>();

        /// <summary>Grades of persons over the years.</summary>
        public DbSet<PersonGradeRow> PersonGrades => db.Set<PersonGradeRow>();
    }
}
