namespace OpsBoard.LoadTest;

public sealed class ProvinceTests
{
    [Fact]
    public void Nineteen_units_report_and_sansha_stands_apart()
    {
        var silent = Some.Province.Counties.Where(county => !county.IsReporting);

        Assert.Equal(19, Some.Province.Counties.Count(county => county.IsReporting));
        Assert.Equal("hainan/sansha", Assert.Single(silent).Path);
    }

    [Fact]
    public void The_tiles_lie_as_the_wall_shows_them()
    {
        string[] grid =
        [
            "    临高 澄迈 海口 文昌",
            "洋浦 儋州 屯昌 定安 琼海",
            "昌江 白沙 五指山 琼中 万宁",
            "东方 乐东 保亭 陵水",
            "      三亚",
        ];
        Tile[] places = [.. FromColumn(1, 2, 4), .. FromColumn(2, 1, 5), .. FromColumn(3, 1, 5), .. FromColumn(4, 1, 4), new(5, 3)];
        var expected = grid.SelectMany(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Zip(places);

        var tiles = Some.Province.Counties.Where(county => county.IsReporting).Select(county => (county.Facts.Short.Zh, county.Facts.Tile!.Value));

        Assert.Equal(expected.OrderBy(tile => tile.First, StringComparer.Ordinal), tiles.OrderBy(tile => tile.Zh, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(19)]
    [InlineData(100)]
    [InlineData(379)]
    [InlineData(380)]
    [InlineData(600)]
    [InlineData(20_000)]
    public void The_province_has_exactly_the_windows_asked_for(int windows)
    {
        var province = new Province(windows);

        Assert.Equal(windows, province.Departments.Sum(department => department.Windows.Length));
        Assert.All(province.Departments, department => Assert.NotEmpty(department.Windows));
        Assert.All(province.Counties.Where(county => county.IsReporting), county => Assert.NotEmpty(county.Departments));
    }

    [Fact]
    public void Every_county_that_reports_has_twenty_departments_a_hotline_and_two_townships()
    {
        var counts = Some.Province.Counties.Where(county => county.IsReporting).Select(county => county.Departments.Length);

        Assert.All(counts, count => Assert.Equal(23, count));
    }

    [Fact]
    public void Villages_report_at_the_windows_of_their_township()
    {
        var points = Some.Province.Departments.Where(department => department.Kind.Level == "township").ToArray();

        Assert.Equal(38, points.Length);
        Assert.All(points, point => Assert.Equal(["township", "village", "village"], point.Windows.Select(window => window.Level)));
    }

    [Fact]
    public void A_province_of_few_windows_has_no_service_points() =>
        Assert.All(new Province(512).Departments, department => Assert.Equal("county", department.Kind.Level));

    [Fact]
    public void A_county_has_forty_to_sixty_items_each_at_a_window_of_its_department()
    {
        var counties = Some.Province.Counties.Where(county => county.IsReporting);

        Assert.All(counties, county => Assert.InRange(county.Departments.Sum(department => department.Items.Length), 40, 60));
        Assert.All(Some.Province.Departments, department => Assert.All(department.Items, item => Assert.Contains(item.Window, department.Windows)));
    }

    [Fact]
    public void Somewhat_more_than_half_of_the_items_are_zero_trip()
    {
        var items = Some.Province.Departments.SelectMany(department => department.Items).ToArray();

        Assert.InRange(items.Count(item => item.IsZeroTrip), items.Length * 50 / 100, items.Length * 60 / 100);
    }

    [Fact]
    public void A_fifth_to_three_fifths_of_a_county_s_zero_trip_items_are_asked_for()
    {
        var counties = Some.Province.Counties.Where(county => county.IsReporting).Select(county => county.Departments.SelectMany(department => department.Items).Where(item => item.IsZeroTrip).ToArray());

        Assert.All(counties, items => Assert.InRange(items.Count(item => item.IsUsed), items.Length * 20 / 100, items.Length * 60 / 100));
    }

    [Fact]
    public void Haikou_sanya_and_danzhou_have_the_most_windows()
    {
        var largest = Some.Province.Counties.OrderByDescending(county => county.Departments.Sum(department => department.Windows.Length)).Take(3);

        Assert.Equal(["海口", "三亚", "儋州"], largest.Select(county => county.Facts.Short.Zh), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_lagging_unit_of_the_table_exists()
    {
        Assert.Subset(Some.Province.Counties.Select(county => county.Path).ToHashSet(StringComparer.Ordinal), Pace.LaggingCounties.ToHashSet(StringComparer.Ordinal));
        Assert.Subset(Some.Province.Departments.Select(department => department.Path).ToHashSet(StringComparer.Ordinal), Pace.LaggingDepartments.ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<Tile> FromColumn(int row, int column, int count) => Enumerable.Range(column, count).Select(place => new Tile(row, place));
}
