namespace OpsBoard.LoadTest;

public sealed class LoadClientTests
{
    [Theory]
    [InlineData("http://10.0.0.1:8080/")]
    [InlineData("http://example.com/")]
    public void A_load_goes_to_this_machine_alone(string address) => Assert.Throws<ArgumentException>(() => LoadClient.To(new Uri(address)));

    [Fact]
    public void The_larger_a_request_is_the_fewer_go_at_a_time() =>
        Assert.Equal([64, 64, 8, 8], ((int[])[1, 50, 500, 1_000]).Select(LoadSender.SendersFor));
}
